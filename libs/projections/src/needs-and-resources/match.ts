import type { ProjectView, StructureView } from '../register.views.ts';
import type { MatchReasons } from './needs-and-resources.views.ts';

/** A need as it is compared. */
export interface Need {
  readonly member: string;
  readonly region: string | null;
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
  /** What the text speaks about first, then the communities of its Member. */
  readonly communities: readonly string[];
}

/** What each reason counts. A theme that is meant outweighs the ground it is on: help on the same thing elsewhere teaches more than other help at home. */
const points = { primaryTheme: 6, secondaryTheme: 3, forMember: 5, community: 3, region: 1 } as const;

export interface Match {
  readonly score: number;
  readonly because: MatchReasons;
}

const shared = (a: readonly string[], b: readonly string[]): readonly string[] => a.filter((value) => b.includes(value));

const themePoints = ({ primaryTheme }: Need, themes: readonly string[]): number =>
  themes.reduce((sum, theme) => sum + (theme === primaryTheme ? points.primaryTheme : points.secondaryTheme), 0);

const groundPoints = ({ communities, regions, forMember }: Omit<MatchReasons, 'themes'>): number =>
  (forMember ? points.forMember : 0) + (communities.length > 0 ? points.community : 0) + (regions.length > 0 ? points.region : 0);

/** A project serves a need when it is about one of its themes, or is for its very Member; null otherwise. */
export const matchProject = (need: Need, project: ProjectView): Match | null => {
  const themes = shared([need.primaryTheme, ...need.secondaryThemes], project.themes);
  const ground = {
    communities: shared(need.communities, project.economicCommunities),
    regions: need.region === null ? [] : shared([need.region], project.regions),
    forMember: project.beneficiaries.includes(need.member),
  };
  if (themes.length === 0 && !ground.forMember) return null;
  return { score: themePoints(need, themes) + groundPoints(ground), because: { themes, ...ground } };
};

/** A structure serves the Members of its region, its host first; null for others. */
export const matchStructure = (need: Need, structure: StructureView): Match | null => {
  const regions = need.region !== null && structure.region === need.region ? [need.region] : [];
  const ground = { communities: [], regions, forMember: structure.host === need.member };
  const score = groundPoints(ground);
  return score === 0 ? null : { score, because: { themes: [], ...ground } };
};
