import { onDay, type Act, type Story } from './story.ts';

const source = { symbol: 'PC0445E1', paragraph: 'A9' };

const entry = {
  projectId: 'PRJ-EXERCISE',
  kind: 'project',
  name: 'Exercise (invented)',
  aliases: [],
  donors: [],
  partners: [],
  economicCommunities: ['EAC'],
  regions: ['ESA'],
  beneficiaries: ['KE'],
  beneficiariesDerived: false,
  beneficiariesStated: null,
  components: [],
  start: '2015',
  end: null,
  otherDates: [],
  budget: null,
  themes: ['ORIGIN'],
  highlights: [],
  issues: [],
  sourceSymbol: 'PC0445E1',
};

/** 30 November: a project that was invented for the exercise, from its first entry to its successor. */
const keepProject = async (story: Story): Promise<void> => {
  const project = `/projects/${entry.projectId}`;
  const facts: readonly (readonly [string, object])[] = [
    ['name', { name: 'Exercise project (invented)', inForceFrom: null }],
    ['agreements', { kind: 'grant', signedOn: '2015', parties: ['WCO'], amount: null }],
    ['components', { component: 'training' }],
    ['activities', { what: 'kick-off', date: '2015-05', place: 'Brussels', countries: ['KE'] }],
    ['beneficiaries', { kind: 'country', beneficiary: 'UG' }],
    ['donors', { donor: 'A donor of the exercise' }],
    ['extend', { until: '2016' }],
    ['close', { closedOn: '2015-11', evaluation: 'as expected' }],
    ['successors', { successor: 'Exercise II', successorId: null }],
  ];
  await story.give('editor', '/projects', entry);
  for (const [name, fact] of facts) await story.give('editor', `${project}/${name}`, { ...fact, source });
  const { facts: known } = await story.ask<{ facts: readonly { factId: string; what: string }[] }>('editor', project);
  const fact = `${project}/facts/${known.find(({ what }) => what === 'donor')?.factId ?? ''}`;
  await story.give('delegate:KE', `${fact}/dispute`, { reason: 'It has another name.' });
  await story.give('editor', `${fact}/correct`, { correction: 'The donor of the exercise', source });
};

/** 1 December: a structure that was invented for the exercise. */
const keepStructure = async (story: Story): Promise<void> => {
  const structureId = 'RILO-EXERCISE';
  const heard = 'For the exercise';
  await story.give('editor', '/structures', {
    structureId,
    kind: 'RILO',
    region: 'EUR',
    name: 'RILO Exercise (invented)',
    hostCity: 'Brussels',
    host: 'BE',
    since: '2015',
    confidence: 'low',
    source: heard,
  });
  const structure = `/structures/${structureId}`;
  await story.give('editor', `${structure}/establish`, { inForceFrom: '2015-11-01', source: heard });
  await story.give('editor', `${structure}/host`, { inForceFrom: '2015-11-15', source: heard, host: 'LU', hostCity: 'Luxembourg' });
  await story.give('editor', `${structure}/contact`, { personId: await story.people.accreditationOf('editor') });
  await story.give('editor', `${structure}/close`, { inForceFrom: '2015-12-01', source: heard });
  await story.give('editor', '/structures/stated-counts', {
    kind: 'RDTC',
    name: { en: 'Dog Training Centre', fr: 'Centre de formation cynophile' },
    count: 1,
    statement: 'one Centre, for the exercise',
    source: heard,
  });
};

/** 3 December: a grouping and an earlier decision, for the exercise. */
const keepReference = async (story: Story): Promise<void> => {
  await story.give('triage', '/groupings', {
    kind: 'economicCommunity',
    code: 'EXERCISE',
    name: { en: 'Community of the exercise (invented)', fr: 'Communauté de l’exercice (inventée)' },
    shortName: { en: 'Exercise', fr: 'Exercice' },
    members: ['BE', 'LU'],
    outsiders: [],
    seat: 'Brussels',
    establishedYear: 2015,
    sourceParagraphs: [],
    note: null,
  });
  await story.give('triage', '/decisions/prior', {
    decisionId: 'DEC-EXERCISE',
    sessionId: 'PTC-205-206',
    kind: 'agreed',
    quote: 'Members were invited to send input between sessions.',
    source: { symbol: 'PC0445E1', paragraph: 'B1' },
    followUp: null,
  });
  await story.stands('decision', 'DEC-EXERCISE', 'recorded');
};

export const registerActs: readonly Act[] = [
  { at: onDay('2015-11-30'), title: 'the register of projects', play: keepProject },
  { at: onDay('2015-12-01'), title: 'the directory of structures', play: keepStructure },
  { at: onDay('2015-12-03'), title: 'reference data', play: keepReference },
];
