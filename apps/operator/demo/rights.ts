import { fieldOf, onDay, type Act, type Story } from './story.ts';

const ended = { reasonCode: 'left_office' };
const open = { validFrom: null, validUntil: null, language: 'fr' };

/** 2 February: a Member proposes two of its own; one is accredited, the other is not. */
const nominate = async (story: Story): Promise<void> => {
  const propose = async (role: string): Promise<string> =>
    (await story.give('contact_point:BI', '/accreditations/nominations', { role, ...open })).id;
  const accredited = await propose('delegate');
  await story.give('triage', `/accreditations/${accredited}/accredit`);
  await story.give('triage', `/accreditations/${await propose('alternate')}/decline`, { reasonCode: 'incomplete' });
  await story.give('operator', `/accreditations/${accredited}/suspend`, { reasonCode: 'enquiry' });
  await story.give('operator', `/accreditations/${accredited}/reinstate`);
  await story.give('operator', `/accreditations/${accredited}/scope`, { bodies: [], sessions: [], themes: ['ORIGIN'] });
};

/** 3 February: a right is lent for a time, and a token is made worthless. */
const lend = async (story: Story): Promise<void> => {
  const loan = { role: 'alternate', validFrom: null, validUntil: '2015-06-30T22:00:00.000Z', language: 'en' };
  const { id } = await story.give('contact_point:KE', '/accreditations/delegations', loan);
  const lost = await story.give('operator', `/accreditations/${id}/tokens`, { label: 'alternate KE', expiresAt: null });
  await story.give('operator', `/accreditations/tokens/${fieldOf(lost, 'credentialId')}/revoke`);
};

/** 3 February: somebody subscribes to two calendars, and thinks better of one. */
const subscribe = async (story: Story): Promise<void> => {
  await story.give('contact_point:KE', '/calendars/links', { scope: 'member' });
  const link = await story.give('contact_point:KE', '/calendars/links', { scope: 'mine' });
  await story.give('contact_point:KE', `/calendars/links/${fieldOf(link, 'credentialId')}/revoke`);
};

/** 4 February: who holds an accreditation is said in the directory alone, here by the post and not by a name. */
const keepDirectory = async (story: Story): Promise<void> => {
  const details = { name: 'The contact point', title: null, organisation: null, email: null, telephone: null, language: 'en' };
  const { id } = await story.give('triage', '/persons', details);
  await story.give('triage', `/persons/${id}/details`, { ...details, title: 'Contact point' });
  const accreditationId = await story.people.accreditationOf('contact_point:KE');
  await story.give('triage', `/persons/${id}/accreditations`, { accreditationId });
};

/** 2 December: somebody leaves office. */
const leaveOffice = async (story: Story): Promise<void> => {
  const id = await story.people.accreditationOf('alternate:KE');
  await story.give('operator', `/accreditations/${id}/end`, ended);
};

/** 3 December: whoever left asks to be forgotten; asked for by one person, confirmed by another, and refused before for want of a ground. */
const forget = async (story: Story): Promise<void> => {
  const details = { name: 'The former alternate', title: null, organisation: null, email: null, telephone: null, language: 'en' };
  const { id } = await story.give('triage', '/persons', details);
  const wish = { object: 'person', id, reason: 'The term has ended.' };
  const unfounded = await story.give('triage', '/erasures', { ...wish, basis: 'retention_over' });
  await story.give('guard', `/erasures/${unfounded.id}/refuse`, { reason: 'Contacts are kept for a year.' });
  const asked = await story.give('guard', '/erasures', { ...wish, basis: 'asked_by_the_person' });
  await story.give('confirmer', `/erasures/${asked.id}/approve`);
};

/** 9 February: the day after Ascension is a closing day; one that was declared too is taken back. */
const closeOffice = async (story: Story): Promise<void> => {
  const bridge = { date: '2015-05-15', note: { en: 'Bridge day after Ascension', fr: 'Pont de l’Ascension' } };
  const mistaken = { date: '2015-05-22', note: { en: 'A mistake', fr: 'Une erreur' } };
  await story.give('triage', '/calendar/closing-days', bridge);
  await story.give('triage', '/calendar/closing-days', mistaken);
  await story.give('triage', '/calendar/closing-days/reopen', mistaken);
};

export const rightActs: readonly Act[] = [
  { at: onDay('2015-02-02'), title: 'a Member proposes delegates', play: nominate },
  { at: onDay('2015-02-03', '08:00'), title: 'a right is lent', play: lend },
  { at: onDay('2015-02-03', '08:05'), title: 'calendars are subscribed to', play: subscribe },
  { at: onDay('2015-02-04'), title: 'the directory of people', play: keepDirectory },
  { at: onDay('2015-02-09', '07:00'), title: 'closing days', play: closeOffice },
  { at: onDay('2015-12-02'), title: 'somebody leaves office', play: leaveOffice },
  { at: onDay('2015-12-03'), title: 'somebody is forgotten', play: forget },
];
