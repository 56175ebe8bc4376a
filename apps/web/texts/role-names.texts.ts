/** Roles in the words of the house. */
export const roleNames: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  drafter: { en: 'drafter', fr: 'rédacteur' },
  contact_point: { en: 'contact point', fr: 'point de contact' },
  delegate: { en: 'delegate', fr: 'délégué' },
  alternate: { en: 'alternate', fr: 'suppléant' },
  observer: { en: 'observer', fr: 'observateur' },
  officer: { en: 'Secretariat officer', fr: 'fonctionnaire du Secrétariat' },
  reviser: { en: 'reviser', fr: 'réviseur' },
  approver: { en: 'approver', fr: 'approbateur' },
  chair: { en: 'Chairperson', fr: 'Président(e)' },
  auditor: { en: 'auditor', fr: 'auditeur' },
  operator: { en: 'operator', fr: 'opérateur' },
  administrator: { en: 'administrator', fr: 'administrateur' },
  data_protection: { en: 'data-protection officer', fr: 'délégué à la protection des données' },
  process: { en: 'the program itself', fr: 'le programme lui-même' },
};
