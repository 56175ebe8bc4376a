/** Recorded steps in plain words. */
export const eventNames: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  GuidanceRequestIssued: { en: 'Request issued', fr: 'Demande émise' },
  GuidanceRequestOpened: { en: 'Request opened', fr: 'Demande ouverte' },
  CallScheduled: { en: 'Call scheduled', fr: 'Appel programmé' },
  CallOpened: { en: 'Call opened', fr: 'Appel ouvert' },
  TopicSubmitted: { en: 'Topic submitted', fr: 'Thème transmis' },
  TopicAcknowledged: { en: 'Receipt acknowledged', fr: 'Accusé de réception' },
  TopicClassified: { en: 'Themes confirmed', fr: 'Thèmes confirmés' },
  TopicRecommended: { en: 'Recommended', fr: 'Recommandation' },
  TopicAccepted: { en: 'Accepted', fr: 'Accepté' },
  TopicDeclined: { en: 'Declined', fr: 'Écarté' },
  AgendaVersionProposed: { en: 'Agenda version proposed', fr: 'Version de l’ordre du jour proposée' },
  AgendaVersionApproved: { en: 'Agenda version approved', fr: 'Version de l’ordre du jour approuvée' },
  AgendaVersionPublished: { en: 'Agenda version published', fr: 'Version de l’ordre du jour publiée' },
};
