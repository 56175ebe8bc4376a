import { nameSkeleton, type Bilingual, type MemberCode } from '../../../domain/src/index.ts';
import { domainData } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { upcasters } from '../upcasters.ts';

interface Named {
  readonly code: MemberCode;
  readonly name: Bilingual;
}

const skeletons = ({ name }: Named): readonly string[] => [nameSkeleton(name.en), nameSkeleton(name.fr)];

/** The Member for which another would be taken under this name; null when it is like nobody's, whatever anybody was ever called. */
export const likeAnotherMember = async ({ store }: Pick<Environment, 'store'>, named: Named): Promise<MemberCode | null> => {
  const own = new Set(skeletons(named));
  // The record itself is asked: there are two hundred Members, and a new name once in some years.
  for await (const event of store.readAll({ filter: { types: ['MemberRegistered', 'MemberRenamed'] } })) {
    const other = domainData(event, upcasters) as unknown as Named;
    if (other.code !== named.code && skeletons(other).some((skeleton) => own.has(skeleton))) return other.code;
  }
  return null;
};
