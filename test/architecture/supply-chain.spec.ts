import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Packages that would run something when they are installed, read, and found to work without: nothing of it is ever run. */
const reviewed: Readonly<Record<string, string>> = {
  '@parcel/watcher': 'builds a watcher where none is prebuilt; nothing here watches',
  '@scarf/scarf': 'reports installations to its makers; it must not run',
  '@swc/core': 'checks that its binary, a package of its own, is there',
  'msgpackr-extract': 'builds an accelerator where none is prebuilt; the queue works without',
  protobufjs: 'compares versions and warns',
};

describe('what is installed', () => {
  it('runs nothing by being installed, and nothing unread would', () => {
    const wouldRun = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => nameOf(path));
    expect(wouldRun.filter((name) => !Object.hasOwn(reviewed, name))).toStrictEqual([]);
    expect(readFileSync('infra/scripts/prepare.mjs', 'utf8')).toContain("'ci', '--ignore-scripts'");
  });

  it('is pinned, and what is in the lock is what is asked for', () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    for (const [name, version] of Object.entries(asked)) {
      expect([name, version]).toStrictEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toStrictEqual([name, version]);
    }
  });

  it('is known by its hash, but for optional binaries of other platforms', () => {
    const unknown = packages.filter(([, { integrity, optional }]) => integrity === undefined && optional !== true).map(([path]) => path);
    expect(unknown).toStrictEqual([]);
  });
});

describe('infra/SECURITY.md', () => {
  it('names tests and scripts that are there', () => {
    const text = readFileSync('infra/SECURITY.md', 'utf8');
    const files = [...text.matchAll(/`((?:apps|libs|test)\/[^`]+)`/g)].map(([, path = '']) => path);
    const scripts = [...text.matchAll(/`npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(files.length).toBeGreaterThan(25);
    expect(files.filter((path) => !existsSync(path))).toStrictEqual([]);
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toStrictEqual([]);
  });
});

describe('infra/asvs.csv', () => {
  const [head = '', ...lines] = readFileSync('infra/asvs.csv', 'utf8').trimEnd().split('\n');
  const items = lines.map((line) => /^(V[\d.]+),(?:"[^"]*"|[^",]*),([^,]*),"?(.*?)"?$/.exec(line) ?? []);
  const ways = ['test', 'document', 'deployment', 'not applicable', 'open'];

  it('goes through every item once, by chapter', () => {
    expect(head).toBe('item,section,how,evidence');
    const chapters = Array.from({ length: 17 }, (_none, index) => `V${index + 1}.`);
    const counted = chapters.map((chapter) => items.filter(([, item = '']) => item.startsWith(chapter)).length);
    expect(counted).toStrictEqual([27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]);
    expect(new Set(items.map(([, item]) => item)).size).toBe(253);
  });

  it('says of each what holds, or what is missing', () => {
    expect(items.filter(([, , how = '', evidence = '']) => !ways.includes(how) || evidence === '')).toStrictEqual([]);
    const named = items.filter(([, , how]) => how === 'test' || how === 'document' || how === 'deployment');
    const files = named.flatMap(([, , , evidence = '']) => evidence.split(' '));
    expect(files.filter((path) => !existsSync(path))).toStrictEqual([]);
    const counts = ways.map((way) => `${items.filter(([, , how]) => how === way).length} ${way}`);
    process.stdout.write(`NOTE asvs: ${items.length} items: ${counts.join(', ')}\n`);
  });
});
