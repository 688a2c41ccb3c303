export const helpText = {
  title: 'Help',
  contents: 'Contents',
  whenNotTo: 'When not to go back',
  unread: 'The help could not be loaded. The same pages stand in the folder docs/help of the project.',
} as const
