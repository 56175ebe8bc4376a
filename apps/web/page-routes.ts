import { applyDecorators, Get, Post, SetMetadata } from '@nestjs/common';
import type { CommandName } from '../../libs/application/src/index.ts';
import type { Bilingual, Role } from '../../libs/domain/src/index.ts';

/** For whom a part of the pages is made. */
export type Area = 'public' | 'entrance' | 'delegate' | 'secretariat' | 'audit' | 'operation';

/** One page: where it is, for whom, and what of it stands in the navigation. */
export interface PageEntry {
  readonly kind: 'page';
  /** Address without its language: `/contributions/:contributionId`, `/` for the first page. */
  readonly path: string;
  readonly area: Area;
  /** Who may open it at all; what it shows is decided by what its reader may know. */
  readonly roles: readonly Role[] | 'everybody';
  /** Its name in the navigation of those who may open it; absent for pages that others lead to. */
  readonly nav?: Bilingual;
  /** False for pages that speak of the reader and not of the record: they answer 400 to `asOf`. */
  readonly hasPast?: false;
}

/** Where forms are sent: which commands may follow, so that every one can be held against the table of roles. */
export interface FormEntry {
  readonly kind: 'form';
  readonly path: string;
  readonly area: Area;
  /** Empty for what is asked at the entrance and for choices that stay in the browser. */
  readonly gives: readonly CommandName[];
}

export type RouteEntry = PageEntry | FormEntry;

/** Under which a route keeps its entry. */
export const routeEntryKey = 'rapporteur/page';

/** The addresses of a path in both languages; the first page answers without one, too. */
export const addressesOf = (path: string): string[] => (path === '/' ? ['/', '/en', '/fr'] : [`/en${path}`, `/fr${path}`]);

/** A method that draws a page of the registry. */
export const ShowsPage = (entry: PageEntry): MethodDecorator =>
  applyDecorators(Get(addressesOf(entry.path)), SetMetadata(routeEntryKey, entry));

/** A method that takes a form of the registry. */
export const TakesForm = (entry: FormEntry): MethodDecorator =>
  applyDecorators(Post(addressesOf(entry.path)), SetMetadata(routeEntryKey, entry));

/** A page or form that the registry does not know. */
export class PageNotRegistered extends Error {
  override readonly name = 'PageNotRegistered';

  constructor(routes: readonly string[]) {
    super(`not in the registry of pages: ${routes.join(', ')}`);
  }
}

type Controller = abstract new (...args: never[]) => object;

const handlersOf = (controller: Controller): readonly { readonly name: string; readonly entry: RouteEntry | undefined }[] =>
  Object.entries(Object.getOwnPropertyDescriptors(controller.prototype)).flatMap(([name, { value }]) => {
    const handler: unknown = value;
    if (name === 'constructor' || typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) return [];
    return [{ name: `${controller.name}.${name}`, entry: Reflect.getMetadata(routeEntryKey, handler) as RouteEntry | undefined }];
  });

/**
 * Holds what controllers serve against the registry, both ways.
 *
 * @throws PageNotRegistered when a method serves what the registry does not know, or nothing serves what it knows
 */
export const refuseUnregistered = (controllers: readonly Controller[], registry: readonly RouteEntry[]): void => {
  const served = controllers.flatMap(handlersOf);
  const unknown = served.filter(({ entry }) => entry === undefined || !registry.includes(entry)).map(({ name }) => name);
  const unserved = registry.filter((entry) => !served.some((one) => one.entry === entry)).map(({ path }) => `nothing serves ${path}`);
  if (unknown.length + unserved.length > 0) throw new PageNotRegistered([...unknown, ...unserved]);
};
