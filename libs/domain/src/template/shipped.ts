import data from './shipped-templates.v1.json' with { type: 'json' };
import type { NoticeTemplate } from './template.events.ts';

/** Wordings that hold until others are on record, by name. */
export const shippedTemplates: Readonly<Record<string, NoticeTemplate>> = data;
