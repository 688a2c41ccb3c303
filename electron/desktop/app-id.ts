/** By this Windows knows whose notifications, jump list and button in the taskbar are ours. The same as `appId` in build/electron-builder.yml. */
export const appId = 'app.savepoint.desktop'
