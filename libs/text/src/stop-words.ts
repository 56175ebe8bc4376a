import type { Language } from '../../domain/src/kernel/index.ts';
import { fold } from './words.ts';

const english = `a about above across after again against all almost along already also although always am among an and another any are
around as at away be because become becomes been before being below between both but by came can cannot come comes could did do does
doing done down during each either else enough even ever every far few for from further gave get give given gives go goes going good
got great had has have having he hence her here hers herself him himself his how however i if in indeed instead into is it its itself
just keep kept last later least less let like likely long made make makes making many may me might mine more moreover most much must my
myself near need needed needs neither never next no nobody none nor not nothing now of off often on once one only onto or other others
otherwise ought our ours out over own per perhaps put quite rather really said same saw say says see seem seems seen several shall she
should since so some somebody something sometimes soon still such take taken takes than that the their theirs them themselves then there
thereby therefore these they thing things this those though three through throughout thus to today together too took toward towards two
under unless until up upon us use used uses using usually very via want wants was way ways we well went were what whatever when whenever
where whereas whether which while who whoever whole whom whose why will wish wishes with within without would yet you your yours`;

const french = `a afin ai aient ailleurs ainsi ait alors apres as assez au aucun aucune aujourd aupres auquel aura aurait auront aussi autant autour
autre autres aux auxquelles auxquels avaient avait avant avec avez avoir avons ayant bas beaucoup bien bientot bon bonne c car ce ceci
cela celle celles celui cent cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque chez ci combien comme
comment contre d dans davantage de dela debout dedans dehors deja depuis derriere des desormais dessous dessus deux devant devoir devra devrait
devraient doit doivent donc donne donner dont du durant elle elles en encore enfin ensuite entre envers est et etaient etait etant ete
etes etre eu eux excepte faire fais fait faites falloir fallu fasse faut fera font fois furent fut grace guere hors hui ici il ils j
jamais je jusqu jusque juste l la laquelle le lequel les lesquelles lesquels leur leurs loin lors lorsqu lorsque lui m ma mais malgre me
meme memes merci mes met mettre mien mieux mis moi moindre moins mon n ne neanmoins ni nombre nos notre nous nul on ont or ou ou ouais
oui outre par parce parfois parmi partout pas pendant personne peu peut peuvent plupart plus plusieurs plutot point pour pourquoi pourra
pourrait pourraient pourtant pouvait pouvoir pres presque prendre pris puis puisqu puisque qu quand quant que quel quelle quelles quelqu
quelque quelques quels qui quoi quoique rend rendre rien s sa sans sauf se selon sera serait seraient seront ses seul seule seulement si
sien sinon soi soient soit sommes son sont sous souvent suite sur surtout t ta tandis tant tard te tel telle telles tels tes toi ton
tot toujours tous tout toute toutefois toutes tres trois trop tu un une va vais vers veut veulent voici voie voila voir vont vos votre
vouloir voulu vous vraiment vu y`;

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(fold));

const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = { en: setOf(english), fr: setOf(french) };

/** Whether a word says nothing about what a text is about. @param folded  a word without accents and case */
export const isStopWord = (folded: string, language: Language): boolean => folded.length < 2 || stopWords[language].has(folded);

/** The language that more of the words are stop words of; null when neither leads. */
export const languageOfWords = (folded: readonly string[]): Language | null => {
  const count = (language: Language): number => folded.filter((word) => stopWords[language].has(word)).length;
  const [en, fr] = [count('en'), count('fr')];
  return en === fr ? null : en > fr ? 'en' : 'fr';
};
