import { sha256Hex } from './sums.ts';

/** How to check a bundle without the software that made it; the same text in every bundle, so that nobody can put another in its place. */
export const bundleGuide = `# How to check this bundle

You need the policy you trust (the log's public key, your witnesses, their quorum). It must not come from this bundle.

1. Files: in this folder, \`sha256sum -c SHA256SUMS\`.
2. Statement: SHA256SUMS.note is a signed note (c2sp.org/signed-note) by the log. Its third line is the SHA-256 of SHA256SUMS.
3. Tree: log/checkpoint is a checkpoint (c2sp.org/tlog-checkpoint) over the entries in log/tile/entries (c2sp.org/tlog-tiles),
   or over the entries proved in proofs/*.tlog-proof (c2sp.org/tlog-proof). Any client of that format reads it, for instance
   Go's golang.org/x/mod/sumdb/note and sumdb/tlog. The signature alone: \`openssl pkeyutl -verify -pubin -rawin\`.
4. Events: each entry is canonical JSON (RFC 8785). Its member "data" is the SHA-256, base64url without padding, of the line of the
   same number in log/tile/data, or of the member "data" beside the entry in a proof, in canonical JSON. A line with "$erased" is what
   an erasure has left: its "dataHash" is the entry's "data", and its own SHA-256 is listed with it in an ErasureScopeListed of that
   erasure, which one person requested and another approved, both in this log.
5. All of it at once, with a replay: \`auditor verify BUNDLE --policy POLICY [--retained CHECKPOINT]\`.
   Exit codes: 0 good, 10 altered, 20 signature or quorum, 30 fork, 40 incomplete, 50 replay differs, 60 usage.

Keep log/checkpoint: next time, \`--retained\` proves that nothing before it was changed. A bundle without the whole log needs
consistency.txt for that (RFC 6962 §2.1.2, in the form of c2sp.org/tlog-witness), from the size of log-prev/checkpoint on.

# Comment vérifier ce dossier

Il vous faut la politique à laquelle vous vous fiez (clé publique du journal, vos témoins, leur quorum). Elle ne doit pas venir d’ici.

1. Fichiers : dans ce dossier, \`sha256sum -c SHA256SUMS\`.
2. Déclaration : SHA256SUMS.note est une note signée par le journal. Sa troisième ligne est le SHA-256 de SHA256SUMS.
3. Arbre : log/checkpoint couvre les entrées de log/tile/entries, ou celles que prouvent les fichiers de proofs.
4. Événements : le membre « data » de chaque entrée est le SHA-256 de la ligne de même numéro dans log/tile/data.
   Une ligne avec « $erased » est ce qu’un effacement décidé par deux personnes a laissé ; ErasureScopeListed en donne les deux hachés.
5. Le tout, avec une relecture : \`auditor verify DOSSIER --policy POLITIQUE [--retained CHECKPOINT]\`.

Gardez log/checkpoint : la prochaine fois, \`--retained\` prouvera que rien de ce qui précède n’a changé.
Sans le journal entier, c’est consistency.txt qui le prouve, à partir de la taille de log-prev/checkpoint.
`;

/** Guides that earlier programs put into bundles, by their SHA-256: what was good when it was made stays good. */
const earlierGuides: readonly string[] = [
  // Before content could be erased.
  '15ea0573a5a47737e9029be5beb61e80a704bda0c9db437b9d73593af4f42088',
  // Before a bundle could prove that it continues an earlier checkpoint.
  '76bef934018e8aeac232ed26ee5127f04bb16c011de69265590a28d76671968c',
];

/** Whether these bytes are a guide of this program or an earlier one. */
export const isGuide = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).toString('utf8') === bundleGuide || earlierGuides.includes(sha256Hex(bytes));
