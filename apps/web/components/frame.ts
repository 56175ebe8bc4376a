import type { RecordStanding, StaticCopy } from '../../../libs/application/src/index.ts';
import type { Bilingual, Role } from '../../../libs/domain/src/index.ts';
import type { FormSetting } from '../forms/form-state.ts';
import type { Language } from '../format.ts';
import type { Display } from '../request.ts';

/** What the form that led here recorded. */
export interface Happened {
  readonly types: readonly string[];
  readonly object: string;
  readonly id: string;
  /** Its entry in the record, counted from 1; null when it is not told to its sender, or there is none. */
  readonly entry: number | null;
}

/** What every page is drawn with. */
export interface PageFrame {
  readonly language: Language;
  /** Path without its language: `/agendas/RIC-2015`, `/` for the first page. */
  readonly path: string;
  /** Parameters of the address, `asOf` among them. */
  readonly asked: Readonly<Record<string, string>>;
  readonly display: Display;
  readonly standing: RecordStanding & { readonly now: string };
  readonly body: string | null;
  readonly styleSheet: string;
  readonly scripts: readonly string[];
  /** What lies beside the pages of a copy; null where pages are served. */
  readonly copy: StaticCopy | null;
  readonly agendaId: string | null;
  /** Ledger size of the past state that is shown; null for the present. */
  readonly asOf: number | null;
  /** Who is signed in. */
  readonly who: { readonly role: Role; readonly member: string | null; readonly memberName: Bilingual | null } | null;
  readonly canSignIn: boolean;
  readonly form: FormSetting;
  /** What was just recorded; null unless a form led here. */
  readonly happened: Happened | null;
}

/** Address of a page in a language; whoever looks back goes on looking back. */
export const href = ({ language, asOf }: Pick<PageFrame, 'language' | 'asOf'>, path: string): string => {
  const [before = '', fragment] = path.split('#');
  const [place = '', parameters] = before.split('?');
  const past = asOf === null ? [] : [`asOf=${asOf}`];
  const all = [...(parameters === undefined || parameters === '' ? [] : [parameters]), ...past].join('&');
  return `/${language}${place === '/' ? '' : place}${all === '' ? '' : `?${all}`}${fragment === undefined ? '' : `#${fragment}`}`;
};

/** Address of the same page with other parameters: those that are null go, the place in a list with them unless it is told. */
export const hrefWith = (frame: PageFrame, change: Readonly<Record<string, string | null>>): string => {
  const { asOf: _asOf, cursor: _cursor, ...kept } = frame.asked;
  const said = Object.entries<string | null>({ ...kept, ...change }).filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[1] !== '',
  );
  return href(frame, `${frame.path}?${new URLSearchParams(said).toString()}`);
};
