// The protocol's version. It changes whenever an old page could misread a new server, or the reverse.

export const protocolVersion = 3

/** What to tell a person whose page and server do not speak the same version. */
export function versionMismatch(versions: { readonly page: number; readonly server: number }): string {
  const remedy = versions.page < versions.server ? 'reload the page' : 'restart the server with the newer rapref'
  return `this page speaks version ${versions.page} of the protocol and the server speaks version ${versions.server}: ${remedy}`
}
