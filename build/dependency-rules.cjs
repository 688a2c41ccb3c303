/** The layers of docs/architecture.md, and nothing past them. Type-only imports count too, but where a rule says otherwise. */
const electronsOwn = '^electron/(main\\.ts|desktop/|bridge/ipc\\.ts)'

/** What the window may read of the contract while it runs: files without zod, which its policy would not let run. */
const contractWithoutZod =
  '^electron/contract/(default-settings|age|folded|matching-machines|operation-notification|operation-notification-text|tray-health|tray-machine-menu|tray-machines|tray-menu|tray-name|tray-operations|tray-state|tray-text|newest-checkpoint|one-line|operation-words|errors|eligibility|checkpoint-kind|names|name-template|diagnosis-text|verdict|verdict-text|volume-runway|fallback-text|checkpoint-cautions|go-back-cautions|checkpoint-cost|delete-forecast|disk-chains|disk-files|disk-merges|merge-sizes|most-undo-seconds|health|health-of-list|health-of-costs|health-of-host|health-summary|health-text|finding-about|seen-of|show-window|remembering-judge|hotkey|threshold-limits)\\.ts$'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared-in-package-json',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { pathNot: ['^electron/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'core-imports-the-contract-only',
      comment: 'No Node, no Electron, no PowerShell; of zod the types alone.',
      severity: 'error',
      from: { path: '^electron/core/' },
      to: { pathNot: ['^electron/(contract|core)/', '^node_modules/zod/'] },
    },
    {
      name: 'hosts-bridges-and-storage-know-core-only',
      severity: 'error',
      from: { path: '^electron/(hyperv|bridge|storage)/' },
      to: { path: '^electron/', pathNot: ['^electron/(contract|core)/', '^electron/$1/'] },
    },
    {
      name: 'desktop-knows-bridges-only',
      severity: 'error',
      from: { path: '^electron/desktop/' },
      to: { path: '^electron/', pathNot: '^electron/(contract|core|bridge|desktop)/' },
    },
    {
      name: 'only-the-entries-compose',
      severity: 'error',
      from: { pathNot: '^electron/(main|browser)\\.ts$' },
      to: { path: '^electron/compose\\.ts$' },
    },
    {
      name: 'nobody-imports-an-entry',
      severity: 'error',
      from: {},
      to: {
        path: '^(electron/(main|browser|diagnose)|renderer/main|renderer/tray/main|electron/desktop/preload)\\.ts$',
      },
    },
    {
      name: 'electron-in-its-place',
      severity: 'error',
      from: { pathNot: electronsOwn },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'window-knows-the-contract-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: '^electron/contract/' },
    },
    {
      name: 'window-runs-no-zod',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: ['^electron/contract/', '^node_modules/zod/'],
        pathNot: contractWithoutZod,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-window-s-part-of-the-contract-has-no-zod',
      severity: 'error',
      from: { path: contractWithoutZod },
      to: { pathNot: contractWithoutZod, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'window-runs-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-knows-no-window',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'no-tests-in-the-app',
      severity: 'error',
      from: { path: '^(electron|renderer)/' },
      to: { path: '^(test|build)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json'],
    },
  },
}
