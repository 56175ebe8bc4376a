import tseslint from 'typescript-eslint';

const pure = ['libs/domain/**/*.ts', 'libs/workflow/**/*.ts', 'libs/documents/src/import/**/*.ts', 'libs/ledger/src/merkle/**/*.ts'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.e2e-spec.ts', 'test/**/*.ts'];

const noFrameworkEvents = {
  paths: [
    {
      name: '@nestjs/cqrs',
      importNames: ['EventBus', 'Saga', 'AggregateRoot', 'EventPublisher'],
      message: 'They lose events on a crash; the log is the only truth.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'data', '**/*.mjs', '**/*.cjs', '*.js', 'apps/web/assets/*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 10],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 40],
      'no-console': 'error',
      'no-restricted-imports': ['error', noFrameworkEvents],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A union of words says the same.' },
        { selector: 'ExportDefaultDeclaration', message: 'Names do not change from file to file.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': 'error',
      // Rows and JSON get their type where they are read; that is the boundary where a type may be stated.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Facts in, facts out: no clock, no chance, no exceptions, nothing that JSON does not know.
    files: pure,
    ignores: specs,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'Map', 'crypto', 'fetch', 'process', 'console', 'setTimeout', 'Buffer'].map((name) => ({
          name,
          message: 'Pure code gets what it needs as an argument.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pure code gets what it needs as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ThrowStatement', message: 'A refusal is a value.' },
        { selector: 'TSEnumDeclaration', message: 'A union of words says the same.' },
        { selector: 'ExportDefaultDeclaration', message: 'Names do not change from file to file.' },
      ],
    },
  },
  { files: ['libs/documents/src/import/proposals.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['**/*.texts.ts'], rules: { 'max-lines': 'off' } },
  // Checked input arrives as an instance of its class; spreading it into plain data is the point.
  { files: ['apps/api/**/*.ts'], rules: { '@typescript-eslint/no-misused-spread': 'off' } },
  // A class component of a page is one tree of markup; the aim of fifteen lines is for logic.
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', 60] } },
  { files: specs, rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-floating-promises': 'error' } },
);
