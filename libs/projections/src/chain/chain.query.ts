import type { Instant } from '../../../domain/src/index.ts';
import type { Chain, ChainEdge, ChainNode, ChainRelation } from '../chain.views.ts';
import { historyOf } from '../history/history.query.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { HistoryEntry, Viewer } from '../views.ts';

interface EdgeRow {
  readonly source: string;
  readonly relation: ChainRelation;
  readonly target: string;
}

/** Things on one chain that are shown at most. */
const mostNodes = 2_000;

/** Rows of `chain_node n` that the viewer may know of: 0 internal, 1 its own Member, 2 Members, 3 everybody. */
const permitted = (viewer: Viewer): { readonly sql: string; readonly cells: readonly Cell[] } => {
  switch (viewer.kind) {
    case 'internal':
      return { sql: '1', cells: [] };
    case 'member':
      return {
        sql: '(n.audience >= 2 OR (n.audience = 1 AND (n.member = ? OR EXISTS (SELECT 1 FROM chain_reader r WHERE r.id = n.id AND r.member = ?))))',
        cells: [viewer.member, viewer.member],
      };
    case 'public':
      return { sql: 'n.audience = 3', cells: [] };
  }
};

const nodeOf = (db: ReadDatabase, id: string, viewer: Viewer): ChainNode | null => {
  const { sql, cells } = permitted(viewer);
  const row = db.get<{ id: string; kind: string; label_en: string; label_fr: string; at: string }>(
    `SELECT n.id, n.kind, n.label_en, n.label_fr, n.at FROM chain_node n WHERE n.id = ? AND ${sql}`,
    id,
    ...cells,
  );
  if (row === undefined) return null;
  return { id: row.id, kind: row.kind, label: { en: row.label_en, fr: row.label_fr }, at: row.at as Instant };
};

const follow = { origins: ['source', 'target'], consequences: ['target', 'source'] } as const;

interface Walk {
  readonly edges: readonly ChainEdge[];
  readonly nodes: readonly ChainNode[];
  readonly truncated: boolean;
}

/** Everything that can be reached in one direction, nearest first; what the viewer may not know of is not walked through. */
const walk = (db: ReadDatabase, start: string, direction: keyof typeof follow, viewer: Viewer): Walk => {
  const [here, there] = follow[direction];
  const found = new Map<string, ChainNode>();
  const edges: ChainEdge[] = [];
  const seen = new Set([start]);
  for (let edge = [start]; edge.length > 0 && found.size < mostNodes;) {
    const next: string[] = [];
    for (const id of edge) {
      const rows = db.all<EdgeRow>(`SELECT source, relation, target FROM chain_edge WHERE ${here} = ? ORDER BY relation, ${there}`, id);
      for (const { source, relation, target } of rows) {
        const other = direction === 'origins' ? target : source;
        const node = found.get(other) ?? nodeOf(db, other, viewer);
        if (node === null) continue;
        edges.push({ from: source, relation, to: target });
        if (seen.has(other)) continue;
        seen.add(other);
        found.set(other, node);
        next.push(other);
      }
    }
    edge = next;
  }
  return { edges, nodes: [...found.values()], truncated: found.size >= mostNodes };
};

const mayKnow = ({ audience }: HistoryEntry, { kind }: Viewer): boolean =>
  kind === 'internal' || audience === 'public' || (kind === 'member' && audience === 'members');

/** One object with all it follows from and all that follows from it; null when the viewer may not know of it. */
export const chain = (db: ReadDatabase, id: string, viewer: Viewer): Chain | null => {
  const self = nodeOf(db, id, viewer);
  if (self === null) return null;
  const [origins, consequences] = [walk(db, id, 'origins', viewer), walk(db, id, 'consequences', viewer)];
  const nodes = [...new Map([self, ...origins.nodes, ...consequences.nodes].map((node) => [node.id, node])).values()];
  const steps = nodes.flatMap((node) => historyOf(db, node.id)).filter((entry) => mayKnow(entry, viewer));
  return {
    id,
    nodes,
    origins: origins.edges,
    consequences: consequences.edges,
    steps: steps.sort((a, b) => a.n - b.n),
    truncated: origins.truncated || consequences.truncated,
  };
};
