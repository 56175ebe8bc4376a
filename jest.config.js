// Two projects: pure libs run without a flag (a spec that drags in the framework then fails by itself);
// everything else runs with --experimental-vm-modules, which ESM-only packages need.
const pure = [
  '<rootDir>/libs/domain/**/*.spec.ts',
  '<rootDir>/libs/workflow/**/*.spec.ts',
  '<rootDir>/libs/documents/src/import/**/*.spec.ts',
];

const swc = (module) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      // Without it the compiler drops `with { type: 'json' }`.
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: module },
  },
];

export default {
  projects: [
    { displayName: 'pure', rootDir: import.meta.dirname, testMatch: pure, transform: { '\\.tsx?$': swc('commonjs') } },
    {
      displayName: 'parts',
      rootDir: import.meta.dirname,
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.e2e-spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '/libs/domain/', '/libs/workflow/', '/libs/documents/src/import/'],
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      transform: { '\\.tsx?$': swc('es6') },
    },
  ],
};
