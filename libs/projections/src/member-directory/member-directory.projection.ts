import type { CalendarDate, MemberCode, MemberRegistration } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const register = (tx: ReadModelTransaction, kind: string, id: string, data: object): void => {
  tx.run('INSERT INTO register_entry (kind, id, data) VALUES (?, ?, ?)', kind, id, JSON.stringify(data));
};

const joinCommunity = (tx: ReadModelTransaction, code: MemberCode, community: string, from: CalendarDate): void => {
  tx.run('INSERT OR REPLACE INTO member_community VALUES (?, ?, ?, NULL)', code, community, from);
};

const registerMember = (tx: ReadModelTransaction, data: MemberRegistration): void => {
  const { code, name, region, accededOn } = data;
  tx.run('INSERT INTO member VALUES (?, ?, ?, ?, ?, NULL, ?)', code, name.en, name.fr, region, accededOn, JSON.stringify(data));
  tx.run('INSERT INTO member_name VALUES (?, ?, ?, ?)', code, accededOn, name.en, name.fr);
  tx.run('INSERT INTO member_region VALUES (?, ?, ?)', code, accededOn, region);
  data.economicCommunities.forEach((community) => {
    joinCommunity(tx, code, community, accededOn);
  });
};

/** Members, their groupings, the themes, and the registers that are read as they were recorded. */
export const memberDirectoryProjection: Projection = {
  name: 'member-directory',
  version: 2,
  tables: ['member', 'member_name', 'member_region', 'member_community', 'grouping', 'theme_set', 'register_entry'],
  // What changes about a Member is kept with the day from which it holds: which day is looked at is asked, not stored.
  ddl: `
    CREATE TABLE member (code TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_fr TEXT NOT NULL, region TEXT NOT NULL, acceded_on TEXT NOT NULL, left_on TEXT, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE member_name (code TEXT, from_day TEXT, name_en TEXT NOT NULL, name_fr TEXT NOT NULL, PRIMARY KEY (code, from_day)) STRICT, WITHOUT ROWID;
    CREATE TABLE member_region (code TEXT, from_day TEXT, region TEXT NOT NULL, PRIMARY KEY (code, from_day)) STRICT, WITHOUT ROWID;
    CREATE TABLE member_community (code TEXT, community TEXT, from_day TEXT, until_day TEXT, PRIMARY KEY (code, community, from_day)) STRICT, WITHOUT ROWID;
    CREATE TABLE grouping (kind TEXT, code TEXT, data TEXT NOT NULL, PRIMARY KEY (kind, code)) STRICT, WITHOUT ROWID;
    CREATE TABLE theme_set (theme_set_id TEXT, version INTEGER, data TEXT NOT NULL, PRIMARY KEY (theme_set_id, version)) STRICT, WITHOUT ROWID;
    CREATE TABLE register_entry (kind TEXT, id TEXT, data TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;`,
  handlers: {
    MemberRegistered: (tx, { data }) => {
      registerMember(tx, data);
    },
    MemberRenamed: (tx, { data: { code, inForceFrom, name } }) => {
      tx.run('INSERT INTO member_name VALUES (?, ?, ?, ?)', code, inForceFrom, name.en, name.fr);
    },
    MemberRegionChanged: (tx, { data: { code, inForceFrom, region } }) => {
      tx.run('INSERT INTO member_region VALUES (?, ?, ?)', code, inForceFrom, region);
    },
    MemberCommunityJoined: (tx, { data: { code, community, inForceFrom } }) => {
      joinCommunity(tx, code, community, inForceFrom);
    },
    MemberCommunityLeft: (tx, { data: { code, community, inForceFrom } }) => {
      tx.run(
        'UPDATE member_community SET until_day = ? WHERE code = ? AND community = ? AND until_day IS NULL',
        inForceFrom,
        code,
        community,
      );
    },
    MemberLeft: (tx, { data: { code, inForceFrom } }) => {
      tx.run('UPDATE member SET left_on = ? WHERE code = ?', inForceFrom, code);
    },
    GroupingRegistered: (tx, { data }) => {
      tx.run('INSERT INTO grouping VALUES (?, ?, ?)', data.kind, data.code, JSON.stringify(data));
    },
    ThemeSetPublished: (tx, { data }) => {
      tx.run('INSERT INTO theme_set VALUES (?, ?, ?)', data.themeSetId, data.version, JSON.stringify(data));
    },
    ProjectRegistered: (tx, { data }) => {
      register(tx, 'project', data.projectId, data);
    },
    RegionalStructureRegistered: (tx, { data }) => {
      register(tx, 'structure', data.structureId, data);
    },
    PriorDecisionRecorded: (tx, { data }) => {
      register(tx, 'decision', data.decisionId, data);
    },
  },
};
