import type { Bilingual } from '../../../libs/domain/src/index.ts';
import type { ChangeSince } from '../../../libs/application/src/index.ts';

/** Why a form was refused: of one field, or of the whole. */
export interface FormProblem {
  readonly field: string | null;
  readonly text: Bilingual;
}

/** A form that was sent and not carried out, to be shown again as it was filled in. */
export interface RefusedForm {
  /** Its hidden field `form`. */
  readonly of: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
  /** What others changed since it was opened; empty unless that is why. */
  readonly changes: readonly ChangeSince[];
  readonly status: number;
}

/** What forms of a page are drawn with. */
export interface FormSetting {
  /** Mark of the browser that they are drawn for; empty where nobody signs in. */
  readonly mark: string;
  /** One for all forms of the page: whichever is sent first uses it. */
  readonly key: string;
  readonly refused: RefusedForm | null;
}

/** One form of a page. */
export interface FormView {
  readonly id: string;
  readonly setting: FormSetting;
  /** What was typed, where it was refused; otherwise the value that it begins with. */
  readonly value: (field: string, begin?: string) => string;
  readonly isChecked: (field: string, begin?: boolean) => boolean;
  readonly problem: (field: string) => Bilingual | null;
  readonly refused: RefusedForm | null;
}

/** @param id  of the form within its page; fields of two forms never share an id */
export const formNamed = (setting: FormSetting, id: string): FormView => {
  const refused = setting.refused?.of === id ? setting.refused : null;
  return {
    id,
    setting,
    refused,
    value: (field, begin = '') => (refused === null ? begin : (refused.typed[field] ?? '')),
    isChecked: (field, begin = false) => (refused === null ? begin : (refused.typed[field] ?? '') !== ''),
    problem: (field) => refused?.problems.find((problem) => problem.field === field)?.text ?? null,
  };
};
