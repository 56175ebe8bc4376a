import type { ContributionDossier, TriageItem } from '../../../../../libs/application/src/index.ts';
import { openOn, type Desk } from '../acts/open-acts.ts';
import { practiceDecisionActs, practiceIntakeActs } from '../acts/practice.acts.ts';
import { topicDecisionActs, topicIntakeActs, topicLaterActs } from '../acts/topic.acts.ts';
import type { OpenAct } from '../components/open-act.ts';
import type { DossierShown } from './dossier.tsx';

const topicActs = [...topicIntakeActs, ...topicDecisionActs, ...topicLaterActs];
const practiceActs = [...practiceIntakeActs, ...practiceDecisionActs];

/** Acts that would be refused for what the record says already are not offered. */
const isApt = ({ act: { command } }: OpenAct, { internalFacts, facts, late }: ContributionDossier): boolean => {
  const isFlagged = internalFacts['sensitive'] !== undefined && internalFacts['sensitive'] !== null;
  if (command.startsWith('flag')) return !isFlagged;
  if (command.startsWith('lift')) return isFlagged;
  if (command === 'ruleOnLateTopic') return late;
  return !/Review$/.test(command) || facts['review'] !== undefined;
};

const themesBegun = ({ primaryTheme, secondaryThemes }: ContributionDossier): Readonly<Record<string, string>> => ({
  primaryTheme,
  ...Object.fromEntries(secondaryThemes.map((code) => [`secondaryThemes.${code}`, 'on'])),
});

/** What an officer sees of one contribution; null when there is none. @param then  where whoever gives a command is led */
export const dossierOf = async (
  desk: Desk,
  contributionId: string,
  items: readonly TriageItem[],
  then: string,
): Promise<DossierShown | null> => {
  const { ask, frame } = desk;
  const dossier = await ask('contribution', { contributionId });
  if (dossier === null) return null;
  const { kind } = dossier;
  const given = kind === 'topic' ? { topicId: contributionId } : { practiceId: contributionId };
  const [instance, suggestions, similar, acts] = await Promise.all([
    ask('instance', { object: kind, id: contributionId }),
    ask('themeSuggestions', { contributionId }),
    ask('duplicateSuggestions', { filter: { contributionId }, limit: 5, cursor: null }),
    openOn(desk, { object: kind, id: contributionId }, kind === 'topic' ? topicActs : practiceActs, {
      given,
      then,
      begin: themesBegun(dossier),
    }),
  ]);
  const { stage, title } = instance ?? { stage: dossier.stage, title: { en: dossier.stage, fr: dossier.stage } };
  return {
    frame,
    dossier,
    item: items.find((item) => item.contributionId === contributionId) ?? null,
    stage,
    stageTitle: title,
    suggestions,
    duplicates: similar === null || 'code' in similar ? [] : similar.items,
    acts: acts.filter((open) => isApt(open, dossier)),
  };
};
