import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { policyKey, type Policy } from './policy.ts';

/** One route as its controller declares it. */
export interface DeclaredRoute {
  /** `POST /api/v1/drafts`. */
  readonly route: string;
  /** Null for one that nobody may be let to. */
  readonly policy: Policy | 'page' | null;
}

/** Metadata under which Nest and its description of the API keep what decorators say. */
const [pathKey, methodKey, excludedKey] = ['path', 'method', 'swagger/apiExcludeController'] as const;

const methods = ['GET', 'POST'] as const;

const listOf = (path: unknown): readonly string[] =>
  (Array.isArray(path) ? path : [path]).map((text) => (typeof text === 'string' ? text : ''));

const joined = (base: string, path: string): string =>
  `/${[base, path]
    .map((part) => part.replaceAll(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;

const ownPolicy = (controller: object, handler: object): DeclaredRoute['policy'] => {
  const declared = Reflect.getMetadata(policyKey, handler) as Policy | undefined;
  if (declared !== undefined) return declared;
  // What is drawn as a page asks with the eyes of who reads it, and describes no operation.
  return Reflect.hasMetadata(excludedKey, controller) ? 'page' : null;
};

const routesOf = (controller: object & { readonly prototype: object }): readonly DeclaredRoute[] =>
  Object.entries(Object.getOwnPropertyDescriptors(controller.prototype)).flatMap(([, { value }]) => {
    const handler: unknown = value;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(pathKey, handler)) return [];
    const method = methods[Number(Reflect.getMetadata(methodKey, handler))] ?? 'OTHER';
    const policy = ownPolicy(controller, handler);
    const bases = listOf(Reflect.getMetadata(pathKey, controller));
    const paths = listOf(Reflect.getMetadata(pathKey, handler));
    return bases.flatMap((base) => paths.map((path) => ({ route: `${method} ${joined(base, path)}`, policy })));
  });

/** Every route that the controllers of an application declare, with what decides who may use it. */
export const declaredRoutes = (app: NestFastifyApplication): readonly DeclaredRoute[] =>
  [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? routesOf(metatype as unknown as object & { readonly prototype: object }) : [],
    ),
  );

/** A route of which nothing says who may use it. */
export class RouteWithoutPolicy extends Error {
  override readonly name = 'RouteWithoutPolicy';

  constructor(routes: readonly string[]) {
    super(`nothing says who may use ${routes.join(', ')}`);
  }
}

/**
 * Holds what the server answers to against what the controllers declare.
 *
 * @param served  routes as the server knows them, `GET /api/v1/members`
 * @throws RouteWithoutPolicy
 */
export const refuseUndeclared = (app: NestFastifyApplication, served: readonly string[]): void => {
  const decided = new Set(declaredRoutes(app).flatMap(({ route, policy }) => (policy === null ? [] : [route])));
  const open = served.filter((route) => !decided.has(route.replace(/^HEAD /, 'GET ')));
  if (open.length > 0) throw new RouteWithoutPolicy(open);
};
