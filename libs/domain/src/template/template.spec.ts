import { describe, expect, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { specFor, tellsOf } from '../../../../test/support/given.ts';
import { shippedTemplates, templateDecider, type NoticeTemplate, type TemplateCommand, type TemplateEvent } from './index.ts';

const tells = tellsOf(templateDecider);
const ada = who('ada').accreditationId;
const wording: NoticeTemplate = {
  subject: { en: 'About {title}', fr: 'À propos de {title}' },
  body: { en: 'By {due}.', fr: 'Avant le {due}.' },
};
const publish = (template = wording, templateId = 't1'): TemplateCommand => ({
  type: 'PublishTemplate',
  data: { templateId, template, publishedBy: ada, now: noon },
});
const published = (version = 1, template = wording, templateId = 't1'): TemplateEvent => ({
  type: 'TemplatePublished',
  data: { templateId, version, template, publishedBy: ada, publishedAt: noon },
});
const otherwise = { ...wording, body: { en: 'Till {due}.', fr: 'Jusqu’au {due}.' } };

describe('a wording', () => {
  tells('is published', [], publish(), [published()]);
  tells('is published once', [published()], publish(), 'nothing');
  tells('that changes has a version more', [published()], publish(otherwise), [published(2, otherwise)]);
  tells('that ships is version 1', [], publish(wording, 'topic-receipt'), [published(2, wording, 'topic-receipt')]);
  tells('is given in both languages', [], publish({ ...wording, body: { en: 'By {due}.', fr: ' ' } }), {
    code: 'template.text_missing',
    missing: ['fr'],
  });
  tells('asks for nothing that is not filled in', [], publish({ ...wording, body: { en: '{due} {x}', fr: '{due} {x}' } }), {
    code: 'template.unknown_placeholder',
    names: ['x', 'x'],
  });
  tells('says the same in both languages', [], publish({ ...wording, body: { en: 'Now.', fr: 'Avant le {due}.' } }), {
    code: 'template.placeholders_differ',
    names: ['due'],
  });
});

describe('the wordings that ship', () => {
  it('would all be accepted, and say something different in each language', () => {
    for (const [templateId, template] of Object.entries(shippedTemplates)) {
      specFor(templateDecider)()
        .when(publish(template, `other-${templateId}`))
        .then(published(1, template, `other-${templateId}`));
      expect([templateId, template.subject.en === template.subject.fr]).toStrictEqual([templateId, false]);
    }
  });
});
