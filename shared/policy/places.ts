/** Where administrators leave policies, as every published file names it. */
export const places = {
  linuxFolder: '/etc/umbra/policies',
  bundleId: 'app.umbra.desktop',
  registryKey: 'SOFTWARE\\Policies\\Umbra\\Desktop',
} as const;
