// Who may import whom. One row of `zones` per sentence of libs/README.md; a seeded violation for each rule stands in test/architecture.
const TEST = '(\\.spec\\.tsx?$|\\.e2e-spec\\.ts$|^test/)';
const entry = (lib, sub = '') => `^libs/${lib}/src/${sub}index\\.ts$`;
const KERNEL = entry('domain', 'kernel/');
const CONTRIBUTION = entry('domain', 'contribution/');

// [zone, its files, what of this repository they may import]
const zones = [
  ['kernel', '^libs/domain/src/kernel/', ['^libs/domain/src/kernel/']],
  ['aggregate', '^libs/domain/src/(?!kernel/)([^/]+)/', ['^libs/domain/src/$1/', KERNEL, CONTRIBUTION]],
  ['domain', '^libs/domain/src/[^/]+\\.ts$', ['^libs/domain/src/[^/]+/index\\.ts$', '^libs/domain/src/[^/]+\\.ts$']],
  ['workflow', '^libs/workflow/', ['^libs/workflow/']],
  ['document-import', '^libs/documents/src/import/', ['^libs/documents/src/import/']],
  ['documents', '^libs/documents/src/(?!import/)', ['^libs/documents/src/']],
  ['event-store', '^libs/event-store/src/(?!adapters/)', ['^libs/event-store/src/(?!adapters/)', KERNEL]],
  ['adapter', '^libs/event-store/src/adapters/([^/]+)/', ['^libs/event-store/src/(?!adapters/)', '^libs/event-store/src/adapters/$1/']],
  ['queue', '^libs/queue/src/(?!adapters/)', ['^libs/queue/src/(?!adapters/)']],
  ['queue-adapter', '^libs/queue/src/adapters/([^/]+)/', ['^libs/queue/src/(?!adapters/)', '^libs/queue/src/adapters/$1/']],
  ['channels', '^libs/channels/src/(?!adapters/)', ['^libs/channels/src/(?!adapters/)']],
  ['channel-adapter', '^libs/channels/src/adapters/([^/]+)/', ['^libs/channels/src/(?!adapters/)', '^libs/channels/src/adapters/$1/']],
  ['merkle', '^libs/ledger/src/merkle/', ['^libs/ledger/src/merkle/']],
  ['ledger', '^libs/ledger/src/(?!merkle/)', ['^libs/ledger/src/', entry('event-store')]],
  ['text', '^libs/text/', ['^libs/text/', KERNEL]],
  ['projections', '^libs/projections/', ['^libs/projections/', ...['domain', 'event-store', 'text', 'workflow'].map((lib) => entry(lib))]],
  ['identity', '^libs/identity/', ['^libs/identity/', entry('domain'), entry('event-store'), entry('workflow')]],
  ['redis', '^libs/redis/', ['^libs/redis/', entry('identity')]],
  ['reference', '^libs/reference/', ['^libs/reference/', entry('domain')]],
  [
    'application',
    '^libs/application/',
    [
      '^libs/application/',
      ...['domain', 'workflow', 'event-store', 'projections', 'identity', 'documents', 'ledger'].map((lib) => entry(lib)),
      '^libs/projections/src/views\\.ts$',
    ],
  ],
  [
    'process-managers',
    '^libs/process-managers/',
    [
      '^libs/process-managers/',
      ...['application', 'domain', 'workflow', 'event-store', 'projections', 'channels'].map((lib) => entry(lib)),
    ],
  ],
  ['worker', '^apps/worker/', ['^apps/worker/', ...['application', 'process-managers', 'queue', 'channels'].map((lib) => entry(lib))]],
  ['api', '^apps/api/', ['^apps/api/', ...['application', 'identity', 'domain', 'event-store'].map((lib) => entry(lib))]],
  ['web', '^apps/web/', ['^apps/web/', ...['application', 'domain'].map((lib) => entry(lib))]],
  [
    'auditor',
    '^apps/auditor/',
    [
      '^apps/auditor/',
      entry('ledger'),
      entry('projections'),
      '^libs/application/src/upcasters\\.ts$',
      '^libs/event-store/src/adapters/memory/index\\.ts$',
    ],
  ],
  [
    'standalone',
    '^apps/standalone/',
    [
      '^apps/',
      '^libs/[^/]+/src/index\\.ts$',
      '^libs/application/src/upcasters\\.ts$',
      '^libs/(event-store|queue|channels)/src/adapters/[^/]+/index\\.ts$',
    ],
  ],
  [
    'operator',
    '^apps/operator/',
    [
      '^apps/operator/',
      '^apps/standalone/',
      '^libs/[^/]+/src/index\\.ts$',
      '^libs/(event-store|queue|channels)/src/adapters/[^/]+/index\\.ts$',
    ],
  ],
];

// [vendor, package, the only places that may import it]
const vendors = [
  ['nestjs', '@nestjs/', ['^apps/', '\\.module\\.ts$']],
  [
    'sqlite',
    'better-sqlite3',
    [
      '^libs/event-store/src/adapters/sqlite/',
      '^libs/projections/src/storage/',
      '^libs/queue/src/adapters/sqlite/',
      '^libs/identity/src/sessions/sqlite/',
    ],
  ],
  [
    'class-validator',
    'class-(validator|transformer)',
    ['^apps/api/input/fields\\.ts$', '^apps/api/.+\\.dto\\.ts$', '^apps/api/http-server\\.ts$'],
  ],
  ['preact', 'preact', ['^apps/web/']],
  ['charts', 'd3-', ['^apps/web/components/chart\\.tsx$']],
  ['files', '(yauzl|yazl|file-type)/', ['^libs/documents/src/(attachments|export|inbound|out)/', '^libs/ledger/src/bundle/']],
  ['timezones', 'timezones-ical-library', ['^libs/documents/src/export/']],
  ['pages', '(pdfkit|docx|dejavu-fonts-ttf)/', ['^libs/documents/src/out/']],
  ['inbound', '(unpdf|saxes)/', ['^libs/documents/src/inbound/']],
  ['kurrentdb', '@kurrent/', ['^libs/event-store/src/adapters/kurrentdb/']],
  ['redis', '(bullmq|ioredis)/', ['^libs/queue/src/adapters/bullmq/', '^libs/redis/']],
  ['nodemailer', 'nodemailer', ['^libs/channels/src/adapters/smtp/']],
  ['ipaddr', 'ipaddr\\.js', ['^libs/channels/src/adapters/webhook/']],
  ['multipart', '@fastify/multipart', ['^apps/api/http-server\\.ts$', '^apps/api/uploads\\.ts$']],
  ['snowball', 'snowball-stemmers', ['^libs/text/']],
  ['passwords', '(@node-rs/argon2|@zxcvbn-ts)', ['^libs/identity/src/passwords/']],
  ['openid', 'openid-client', ['^libs/identity/src/provider/']],
  ['otpauth', 'otpauth', ['^libs/identity/src/second-factor/']],
  ['temporal', 'temporal-polyfill', ['^libs/application/src/time/']],
];

const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...zones.map(([name, path, allowed]) =>
      rule(`zone-${name}`, { path, pathNot: TEST }, { path: '^(apps|libs|test)/', pathNot: allowed }),
    ),
    ...vendors.map(([name, path, home]) =>
      rule(`vendor-${name}`, { path: '^(apps|libs)/', pathNot: [...home, TEST] }, { path: `(^|node_modules/)${path}` }),
    ),
    rule(
      'pure-imports-nothing',
      { path: ['^libs/domain/', '^libs/workflow/', '^libs/documents/src/import/', '^libs/ledger/src/merkle/'], pathNot: TEST },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    ),
    rule(
      'public-entry-only',
      { path: '^(apps|libs)/([^/]+)/', pathNot: TEST },
      {
        path: '^libs/',
        pathNot: [
          '^libs/[^/]+/src/index\\.ts$',
          '^libs/projections/src/views\\.ts$',
          // Threads load this without the framework.
          '^libs/application/src/upcasters\\.ts$',
          '^libs/domain/src/kernel/index\\.ts$',
          '^libs/(event-store|queue|channels)/src/adapters/[^/]+/index\\.ts$',
          '^libs/$2/',
        ],
      },
    ),
    rule('no-cycles', {}, { circular: true }),
    rule('no-test-in-production', { path: '^(apps|libs)/', pathNot: TEST }, { path: TEST }),
    rule('no-undeclared-package', { path: '^(apps|libs|test)/' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] }),
    rule(
      'no-dev-package-in-production',
      { path: '^(apps|libs)/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'no-orphans',
      { orphan: true, path: '^(apps|libs)/', pathNot: [TEST, '^apps/web/assets/', '\\.json$', '\\.d\\.ts$', '\\.thread\\.ts$'] },
      {},
    ),
  ],
  // A folder in no zone is refused outright: a new lib or app begins as a row in the table above.
  allowed: [
    { from: { path: ['^test/', ...zones.map(([, path]) => path)] }, to: {} },
    { from: { path: 'node_modules' }, to: {} },
  ],
  allowedSeverity: 'error',
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Benchmarks and crash runs are programs of their own over the compiled product.
    exclude: { path: ['\\.(json|css)$', '^test/(asof|bench|crash|ledger|mutation|office|screenshots)/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
