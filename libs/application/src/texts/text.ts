/** How one refusal is told: HTTP status, title and text in both working languages; `{fact}` is filled from the refusal. */
export interface ProblemText {
  readonly status: number;
  readonly title: { readonly en: string; readonly fr: string };
  readonly en: string;
  readonly fr: string;
}

const titles = {
  400: { en: 'Not as it should be', fr: 'Requête non conforme' },
  401: { en: 'Who are you?', fr: 'Identification requise' },
  403: { en: 'Not allowed', fr: 'Non autorisé' },
  404: { en: 'Not found', fr: 'Introuvable' },
  408: { en: 'Too slow', fr: 'Trop lent' },
  409: { en: 'Not at this stage', fr: 'Pas à ce stade' },
  412: { en: 'Changed since you opened it', fr: 'Modifié depuis que vous l’avez ouvert' },
  413: { en: 'Too large', fr: 'Trop volumineux' },
  414: { en: 'Too long', fr: 'Trop long' },
  415: { en: 'Not this content type', fr: 'Type de contenu non accepté' },
  422: { en: 'Refused by a rule', fr: 'Refusé par une règle' },
  429: { en: 'Too many', fr: 'Trop de demandes' },
  431: { en: 'Too large', fr: 'Trop volumineux' },
  500: { en: 'Something went wrong', fr: 'Une erreur s’est produite' },
  503: { en: 'Not available just now', fr: 'Momentanément indisponible' },
} as const;

/** A refusal's status with its texts; the title follows from the status. */
export const text = (status: keyof typeof titles, en: string, fr: string): ProblemText => ({ status, title: titles[status], en, fr });
