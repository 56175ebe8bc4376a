/** What is said with a coded reason, in both languages. */
const texts: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  merit: ['It answers a priority and is concrete enough for a session.', 'Il répond à une priorité et se prête à une séance.'],
  already_covered: [
    'Another contribution covers the same question; your text is kept with it.',
    'Une autre contribution traite la même question ; votre texte est conservé avec elle.',
  ],
  not_ready: [
    'The sessions under this priority are taken; we suggest the next session.',
    'Les séances de cette priorité sont attribuées ; nous suggérons la prochaine session.',
  ],
  next_session: ['The question belongs to the next session.', 'La question relève de la prochaine session.'],
  same_question: ['Both ask the same question.', 'Les deux posent la même question.'],
  different_question: ['They look alike and ask different questions.', 'Elles se ressemblent et posent des questions différentes.'],
  own_voice: ['We wish to speak to our own case.', 'Nous souhaitons exposer notre propre cas.'],
  no_reply: ['One of the Members asked has not replied.', 'L’un des Membres consultés n’a pas répondu.'],
  mistake: ['It was a mistake, which we put right.', 'C’était une erreur, que nous rectifions.'],
  member_request: ['At the request of the Member.', 'À la demande du Membre.'],
  two_questions: ['The text asks two questions.', 'Le texte pose deux questions.'],
  no_longer_relevant: ['The matter has been settled at home.', 'La question a été réglée au niveau national.'],
  speakers_engaged: ['Speakers have been engaged for this session.', 'Des intervenants sont engagés pour cette séance.'],
  technical_failure: ['The Member could not send it in time.', 'Le Membre n’a pas pu l’envoyer à temps.'],
  importance: ['It bears on a priority that few have addressed.', 'Il porte sur une priorité peu traitée.'],
  urgent: ['The matter does not wait.', 'La question ne souffre pas d’attendre.'],
  can_wait: ['It can wait for the next session.', 'Elle peut attendre la prochaine session.'],
  equal_treatment: ['Others that came late were treated alike.', 'Les autres contributions tardives ont été traitées de même.'],
  dispute_between_members: ['It names a dispute between two Members.', 'Il évoque un différend entre deux Membres.'],
  reworded: ['It has been reworded.', 'Il a été reformulé.'],
  new_information: ['New information has come in.', 'De nouvelles informations sont parvenues.'],
  decision_stands: ['The decision stands.', 'La décision est maintenue.'],
  members_asked: ['Members asked for more time.', 'Des Membres ont demandé davantage de temps.'],
  withdrawn: ['It was withdrawn.', 'Il a été retiré.'],
  no_time: ['There is no time for it.', 'Le temps manque.'],
  comments: ['Members commented on it.', 'Des Membres l’ont commenté.'],
  unavailable: ['The speaker cannot come.', 'L’intervenant ne peut venir.'],
  accepted: ['The clash is accepted.', 'Le chevauchement est accepté.'],
  late_item: ['An item came late.', 'Un point est arrivé tard.'],
  translation_pending: ['The translation is under way.', 'La traduction est en cours.'],
  date_moved: ['The date has moved.', 'La date a changé.'],
  members_first: ['Members are told first.', 'Les Membres sont informés en premier.'],
  fulfilled: ['The condition is met.', 'La condition est remplie.'],
  evening: ['The meeting adjourns for the day.', 'La réunion est suspendue pour la journée.'],
  no_quorum: ['Too few can travel.', 'Trop peu peuvent se déplacer.'],
  answered: ['The Members have answered.', 'Les Membres ont répondu.'],
  taken_note: ['The Committee has taken note.', 'Le Comité a pris note.'],
  further_guidance: ['Further guidance is asked for.', 'Des orientations complémentaires sont demandées.'],
  no_answer: ['No answer has come in.', 'Aucune réponse n’est parvenue.'],
  body_asked: ['The body has asked for it again.', 'L’organe l’a demandé de nouveau.'],
  merged: ['It goes on under another request.', 'Elle se poursuit sous une autre demande.'],
  no_consensus: ['There is no consensus.', 'Il n’y a pas de consensus.'],
  replaced: ['A later decision takes its place.', 'Une décision ultérieure la remplace.'],
  more_time: ['It needs more time.', 'Il y faut plus de temps.'],
  overtaken: ['Events have overtaken it.', 'Les événements l’ont dépassé.'],
};

/** A coded reason with its words. @throws Error when nothing is to be said with that code */
export const reasonOf = (code: string) => {
  const found = texts[code];
  if (found === undefined) throw new Error(`nothing is said with ${code}`);
  return { code, text: { en: found[0], fr: found[1] } };
};

/** The body of a command that takes a coded reason, and whatever else it takes. */
export const because = <T extends object>(code: string, more: T = {} as T) => ({ reason: reasonOf(code), ...more });
