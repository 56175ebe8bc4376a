import type { DecisionCommand, DecisionEvent, DecisionText, DocumentEdition } from '../../libs/domain/src/index.ts';
import { at, deadline, member, noon, until, who } from './domain.ts';

export const decisionId = 'DEC-209-210-1';
export const [drafter, chair, delegate] = [who('drafter'), who('chair'), who('kim', 'KE')];
export const later = at('2015-03-31T21:59:00.001Z');
export const words: DecisionText = { title: { en: 'T', fr: 'T' }, text: { en: 'Agreed.', fr: 'Convenu.' }, verb: 'agreed' };
export const hashOf = ({ text, verb }: DecisionText): string => `hash of ${verb}: ${text.en}`;
export const evidence: DocumentEdition = { documentId: 'doc', symbol: 'PC0450E1', sha256: 'h' };
export const reason = { code: 'overtaken', text: { en: 'Overtaken by the Council.' } } as const;
export const wordless = { code: 'overtaken', text: {} } as const;

const named = { decisionId } as const;
export const drafted = (more: Partial<DecisionText> = {}): DecisionEvent => ({
  type: 'DecisionDrafted',
  data: {
    ...named,
    body: 'PTC',
    sessionId: 's',
    about: ['guidance-g'],
    ...words,
    ...more,
    draftedBy: drafter.accreditationId,
    draftedAt: noon,
  },
});
export const redrafted: DecisionEvent = {
  type: 'DecisionRedrafted',
  data: { ...named, ...words, text: { en: 'Better.', fr: 'Mieux.' }, round: 2, draftedBy: drafter.accreditationId, draftedAt: noon },
};
export const circulated: DecisionEvent = {
  type: 'DecisionCirculated',
  data: {
    ...named,
    round: 1,
    textHash: 'hash of agreed: Agreed.',
    addressees: [member('KE'), member('UG')],
    circulatedBy: chair.accreditationId,
    circulatedAt: noon,
  },
};
export const silence: DecisionEvent = {
  type: 'DecisionSilenceStarted',
  data: { ...named, round: 1, deadline: until(deadline), startedAt: noon },
};
export const objection = (of = 'KE'): DecisionEvent => ({
  type: 'DecisionObjectionRaised',
  data: {
    ...named,
    round: 1,
    member: member(of),
    language: 'fr',
    text: 'Non.',
    raisedBy: delegate.accreditationId,
    raisedAt: noon,
  },
});
export const broken: DecisionEvent = {
  type: 'DecisionSilenceBroken',
  data: { ...named, round: 1, member: member('KE'), brokenAt: noon },
};
export const adoptedBySilence: DecisionEvent = {
  type: 'DecisionAdoptedBySilence',
  data: {
    ...named,
    round: 1,
    textHash: 'hash of agreed: Agreed.',
    addressees: 2,
    circulatedAt: noon,
    deadline: until(deadline),
    adoptedAt: later,
  },
};
export const adopted: DecisionEvent = {
  type: 'DecisionAdopted',
  data: { ...named, sessionId: 's', textHash: 'hash of agreed: Agreed.', recordedBy: chair.accreditationId, adoptedAt: noon },
};
export const notAdopted: DecisionEvent = {
  type: 'DecisionNotAdopted',
  data: { ...named, reason, recordedBy: chair.accreditationId, recordedAt: noon },
};
export const transmitted: DecisionEvent = {
  type: 'DecisionTransmitted',
  data: { ...named, to: 'council', document: evidence, transmittedBy: chair.accreditationId, transmittedAt: noon },
};
export const implemented: DecisionEvent = {
  type: 'DecisionImplemented',
  data: { ...named, evidence, recordedBy: chair.accreditationId, implementedAt: noon },
};
export const superseded: DecisionEvent = {
  type: 'DecisionSuperseded',
  data: { ...named, supersededBy: 'DEC-2', reason, recordedBy: chair.accreditationId, supersededAt: noon },
};
export const underSilence = [drafted(), circulated, silence] as const;

type Data<T extends DecisionCommand['type']> = Extract<DecisionCommand, { type: T }>['data'];
export const draft = (more: Partial<Data<'DraftDecision'>> = {}): DecisionCommand => ({
  type: 'DraftDecision',
  data: { decisionId, body: 'PTC', sessionId: 's', about: ['guidance-g'], ...words, actor: drafter, now: noon, ...more },
});
export const circulate = (more: Partial<Data<'CirculateDecision'>> = {}): DecisionCommand => ({
  type: 'CirculateDecision',
  data: { actor: chair, now: noon, deadline: until(deadline), addressees: [member('KE'), member('UG')], hashOf, ...more },
});
export const object = (more: Partial<Data<'ObjectToDecision'>> = {}): DecisionCommand => ({
  type: 'ObjectToDecision',
  data: { actor: delegate, now: noon, member: member('KE'), language: 'fr', text: 'Non.', ...more },
});
export const adopt = (more: Partial<Data<'AdoptDecision'>> = {}): DecisionCommand => ({
  type: 'AdoptDecision',
  data: { actor: chair, now: noon, sessionOpen: true, textHash: 'hash of agreed: Agreed.', hashOf, ...more },
});
