import type { FastifyReply, FastifyRequest } from 'fastify';

/** What was just recorded, carried from the form to the page that follows it. */
export interface Told {
  readonly types: readonly string[];
  readonly object: string;
  readonly id: string;
}

const cookieName = 'rapporteur-told';

/** Keeps for one page what was recorded: names of ours, never what somebody wrote. */
export const tellNextPage = (reply: FastifyReply, told: Told, isSecure: boolean): void => {
  const value = Buffer.from(JSON.stringify([told.object, told.id, ...told.types.slice(0, 8)])).toString('base64url');
  void reply.header('set-cookie', `${cookieName}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`);
};

const isName = (value: unknown): value is string => typeof value === 'string' && /^[\w.:@-]{1,100}$/.test(value);

const readTold = (value: string): Told | null => {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
  } catch {
    // Whoever writes cookies by hand is told nothing.
    return null;
  }
  if (!Array.isArray(parts) || !parts.every(isName)) return null;
  const [object, id, ...types] = parts;
  return object === undefined || id === undefined ? null : { object, id, types };
};

/** What the page before recorded, told once; null when there is nothing to tell. */
export const takeTold = (request: FastifyRequest, reply: FastifyReply): Told | null => {
  const value = /(?:^|;\s*)rapporteur-told=([\w-]{1,1500})/.exec(request.headers.cookie ?? '')?.[1];
  if (value === undefined) return null;
  void reply.header('set-cookie', `${cookieName}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
  return readTold(value);
};
