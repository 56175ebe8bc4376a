import { accept, missingLanguages, reject, same, type Decider } from '../kernel/index.ts';
import { shippedTemplates } from './shipped.ts';
import type { NoticeTemplate, TemplateCommand, TemplateEvent, TemplateRejection } from './template.events.ts';

export interface TemplateState {
  /** 0: nothing is on record. */
  readonly version: number;
  readonly template: NoticeTemplate | null;
}

/** What a text may ask to be filled in. What an event does not have stays empty. */
export const placeholders: readonly string[] = ['reference', 'title', 'due', 'version', 'outcome', 'object', 'count', 'list'];

/** Names in braces in a text, in their order. */
export const placeholdersIn = (text: string): readonly string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);

/** The wording as it holds; one that ships is version 1. */
const inForce = (templateId: string, state: TemplateState): TemplateState => {
  const shipped = shippedTemplates[templateId];
  return state.version > 0 || shipped === undefined ? state : { version: 1, template: shipped };
};

const check = ({ subject, body }: NoticeTemplate): TemplateRejection | null => {
  const missing = [...missingLanguages(subject), ...missingLanguages(body)];
  if (missing.length > 0) return { code: 'template.text_missing', missing };
  const [en, fr] = (['en', 'fr'] as const).map((language) => placeholdersIn(`${subject[language]}${body[language]}`));
  const names = [...(en ?? []), ...(fr ?? [])].filter((name) => !placeholders.includes(name));
  if (names.length > 0) return { code: 'template.unknown_placeholder', names };
  const only = [...(en ?? []).filter((name) => !fr?.includes(name)), ...(fr ?? []).filter((name) => !en?.includes(name))];
  return only.length > 0 ? { code: 'template.placeholders_differ', names: only } : null;
};

/** How it is told, versioned in both languages, one stream per wording. */
export const templateDecider: Decider<TemplateState, TemplateCommand, TemplateEvent, TemplateRejection> = {
  category: 'template',
  initialState: { version: 0, template: null },
  evolve: (_state, { data: { version, template } }) => ({ version, template }),
  decide: ({ data: { templateId, template, publishedBy, now: publishedAt } }, state) => {
    const before = inForce(templateId, state);
    if (same(before.template, template)) return accept();
    const wrong = check(template);
    if (wrong !== null) return reject(wrong);
    return accept({ type: 'TemplatePublished', data: { templateId, version: before.version + 1, template, publishedBy, publishedAt } });
  },
};
