import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { tempFolder } from './gitServer.ts';

/** What a TLS server shows, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** An authority of its own, and servers on loopback that it vouches for. */
export interface Authority {
  /** The file that a person would name in `http.sslCAInfo`. */
  readonly file: string;
  readonly good: Certificate;
  /** For another host name. */
  readonly elsewhere: Certificate;
  readonly expired: Certificate;
}

const PACKAGE = 'the openssl command is not installed (Debian package openssl)';

function newKey(name: string): string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
}

/** Made by the openssl command for this test alone. Null: it is not here, the test is skipped. */
export function authority(t: TestContext): Authority | null {
  const folder = tempFolder(t, 'authority');
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
  try {
    openssl('version');
  } catch {
    t.skip(PACKAGE);
    return null;
  }
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(
    join(folder, 'ca.conf'),
    [
      '[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256',
      'policy=any\ncopy_extensions=copy\nunique_subject=no\n[any]\ncommonName=supplied\n',
    ].join('\n'),
  );
  openssl('req', '-x509', ...newKey('ca'), '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority');
  const issue = (name: string, host: string, from: string, until: string): Certificate => {
    openssl('req', ...newKey(name), '-out', `${name}.csr`, '-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`);
    const files = ['-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', `${name}.csr`, '-out', `${name}.pem`];
    openssl('ca', '-batch', '-notext', '-config', 'ca.conf', ...files, '-startdate', from, '-enddate', until);
    const [key, cert] = [`${name}.key`, `${name}.pem`].map((file) => readFileSync(join(folder, file), 'utf8'));
    return { key: key ?? '', cert: cert ?? '' };
  };
  const [past, before, after] = ['20200101000000Z', '20200201000000Z', '20900101000000Z'];
  return {
    file: join(folder, 'ca.pem'),
    good: issue('good', 'IP:127.0.0.1', past, after),
    elsewhere: issue('elsewhere', 'DNS:git.example.org', past, after),
    expired: issue('expired', 'IP:127.0.0.1', past, before),
  };
}
