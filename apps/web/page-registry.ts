import { delegateForms, delegatePages } from './areas/delegate/delegate.pages.ts';
import { entranceForms, entrancePages } from './areas/entrance/entrance.pages.ts';
import { publicPages } from './areas/public/public.pages.ts';
import { secretariatForms, secretariatPages } from './areas/secretariat/secretariat.pages.ts';
import type { RouteEntry } from './page-routes.ts';

/** Every page and every form that is served; one that is not here stops the start. */
export const pageRegistry: readonly RouteEntry[] = [
  ...Object.values(delegatePages),
  ...Object.values(delegateForms),
  ...Object.values(publicPages),
  ...Object.values(entrancePages),
  ...Object.values(entranceForms),
  ...Object.values(secretariatPages),
  ...Object.values(secretariatForms),
];
