import type { AccreditationId, Bilingual, Instant } from '../kernel/index.ts';

/** How something is told. In braces stand names of what is filled in: `{title}`. */
export interface NoticeTemplate {
  readonly subject: Bilingual;
  readonly body: Bilingual;
}

export interface TemplateEvent {
  readonly type: 'TemplatePublished';
  readonly data: {
    readonly templateId: string;
    readonly version: number;
    readonly template: NoticeTemplate;
    readonly publishedBy: AccreditationId;
    readonly publishedAt: Instant;
  };
}

export interface TemplateCommand {
  readonly type: 'PublishTemplate';
  readonly data: Omit<TemplateEvent['data'], 'version' | 'publishedAt'> & { readonly now: Instant };
}

export type TemplateRejection =
  | { readonly code: 'template.text_missing'; readonly missing: readonly string[] }
  | { readonly code: 'template.unknown_placeholder'; readonly names: readonly string[] }
  | { readonly code: 'template.placeholders_differ'; readonly names: readonly string[] };
