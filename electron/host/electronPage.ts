import { protocol, session } from 'electron';
import type { PageFiles } from './pageFiles.ts';
import { pageHeaders } from './pagePolicy.ts';

const SCHEME = 'tidegate';
export const PAGE_URL = `${SCHEME}://app/`;

/** Is this address our own page? Its fragment may be anything: it is where the page keeps its route. */
export function isOwnPage(url: string): boolean {
  return url === PAGE_URL || url.startsWith(`${PAGE_URL}#`);
}

/** Must run before the application is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Copying a proof command is the one thing the page may do beyond itself. */
function mayDo(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnPage(url);
}

/** Serves the built page under its own scheme, and keeps everything else of the web away from it. */
export function servePage(files: PageFiles): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'app' && request.method === 'GET' ? await files.read(pathname) : null;
    if (!file)
      return new Response('Not here.', { status: 404, headers: { ...pageHeaders, 'content-type': 'text/plain' } });
    return new Response(file.bytes, { headers: { ...pageHeaders, 'content-type': file.type } });
  });
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(mayDo(permission, contents.getURL())),
  );
  session.defaultSession.setPermissionCheckHandler((contents, permission) =>
    mayDo(permission, contents?.getURL() ?? ''),
  );
}
