import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { pageRegistry } from './page-registry.ts';
import { addressesOf, PageNotRegistered, refuseUnregistered, ShowsPage, type PageEntry } from './page-routes.ts';

const entry = (path: string): PageEntry => ({ kind: 'page', path, area: 'public', roles: 'everybody' });
const known = entry('/known');

@Controller()
class KnownController {
  @ShowsPage(known)
  show(): string {
    return '';
  }
}

@Controller()
class StrayController {
  @Get('/en/stray')
  show(): string {
    return '';
  }

  @ShowsPage(entry('/known'))
  twin(): string {
    return '';
  }
}

describe('the registry of pages', () => {
  it('lets what it knows be served', () => {
    expect(() => {
      refuseUnregistered([KnownController], [known]);
    }).not.toThrow();
  });

  it('stops the start for a page that it does not know, and for one that nothing serves', () => {
    expect(() => {
      refuseUnregistered([KnownController, StrayController], [known, entry('/promised')]);
    }).toThrow(new PageNotRegistered(['StrayController.show', 'StrayController.twin', 'nothing serves /promised']));
  });

  it('names each address once', () => {
    const addresses = pageRegistry.flatMap(({ kind, path }) => addressesOf(path).map((address) => `${kind} ${address}`));
    expect(addresses.filter((address, place) => addresses.indexOf(address) !== place)).toStrictEqual([]);
  });
});
