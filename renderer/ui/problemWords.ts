import type { ErrorCode } from '../../shared/errors.ts';

/** What a person reads for each code: what happened, and what is safe or to be done. */
export const problemWords = {
  'address-refused':
    'This address cannot be used. A board is reached by https, ssh or a path, and never with a password in the address.',
  'agent-missing':
    'No SSH agent answers here. Start one and add your key with ssh-add, or sign with another key of this desk.',
  'agent-refused': 'The SSH agent did not sign: the key is gone from it, or the request was refused or took too long.',
  'board-gone':
    'The records of this board are no longer in the data folder. Put your copy of the folder back, or join the board again.',
  'board-is-here': 'You have this board on this machine already. Open it from the board’s menu.',
  'board-not-found': 'There is no such board on this machine.',
  'board-unreadable': 'The board’s records cannot be read. Nothing was changed; the Ledger page shows which file.',
  'branch-protected':
    'The server does not let anyone push to main. Ask who runs it to allow pushes to main; your records wait here.',
  cancelled: 'Stopped, as you asked. Nothing was written.',
  'change-not-found': 'This change is not on the board.',
  'clock-off':
    'This machine’s clock is more than five minutes from that of the shared record. Set the clock, then sign again.',
  'disk-full': 'A disk is full. Make room; what you signed is kept and sent then.',
  'draft-not-found': 'This draft was submitted or discarded already.',
  'file-unreadable': 'The file cannot be read. Check that it exists and that it is text.',
  'git-failed': 'Git stopped with an error. Your work is kept on this machine.',
  'git-missing': 'Git was not found on this machine. Install Git 2.39 or newer, then start again.',
  'git-too-old': 'The Git on this machine is too old. Tidegate needs 2.39 or newer.',
  'import-in-progress': 'An import is running. Wait for it, or cancel it first.',
  'input-rejected': 'A field was not accepted. Look at what is marked and try again.',
  'job-not-found': 'This work is no longer known. It ended before the last start.',
  'key-exposed':
    'Other accounts of this machine can read the key file, so it is not used. Make it yours alone (chmod 600), then try again.',
  'key-known': 'This key is on the board already. A key speaks for one person, and never comes back once revoked.',
  'key-too-new': 'Your new key counts once the board has received it. Sign again when everything is sent.',
  'key-unusable': 'Your signing key cannot be used. The People page shows which keys this desk holds.',
  'last-admin': 'Nobody would be admin any more. Give that role to somebody else first.',
  'ledger-damaged':
    'This machine’s copy of the record is damaged. Put a backup of its folder back, or join the board again by its address; what was not sent is kept.',
  'ledger-halted':
    'The record was broken, by a merge or an edit. Nothing can be signed until that is mended; the Ledger page says how.',
  'mapping-unusable': 'This mapping does not fit the log. Check the columns it names.',
  'no-board': 'No board is open. Open one, create one or join one.',
  'node-too-old': 'This Node is too old. Tidegate needs 20.20 or newer.',
  'not-a-member':
    'No key of this desk is on this board: you can read all of it and sign nothing. Ask on the People page to be let in; a member who lost their key asks there too.',
  'not-entitled': 'Your roles do not reach this. Ask one of those who hold the role.',
  'not-here': 'This cannot be done from here. The desktop app can.',
  'not-saved': 'The disk is full or cannot be written to, so this was not kept. Make room, then do it again.',
  'own-change': 'You asked for this change or would carry it out, so your signature would not count.',
  'outbox-sent': 'It was sent already and can no longer be undone. It can be followed by a new decision.',
  'person-known': 'Somebody on the board has this short name already. Choose another.',
  'person-not-found': 'This person is not on the board.',
  'publish-in-progress':
    'This board is being published. Wait until all of it is sent, or cancel the publication first.',
  'record-malformed': 'A record cannot be understood. The Ledger page shows which.',
  'record-too-large': 'This is too large for one record. Shorten the text or link to the document.',
  'remote-damaged':
    'The shared repository cannot give or take what it should: it may be damaged. Ask who runs it; your records are kept here.',
  'remote-gone':
    'There is no shared repository at this address, or none any more. Check the address or ask who runs it; your records are kept here.',
  'remote-moved': 'Someone else sent records at the same moment. Try again.',
  'remote-not-a-board': 'What is at this address is not a board, or not this one. Check the address.',
  'remote-not-empty':
    'The repository at this address already holds something else. Publish into an empty one; nothing was sent.',
  'remote-read-only': 'You may read the shared repository but not write to it. Ask who runs it for the right to push.',
  'remote-refused-login':
    'The server did not accept your login. Check your credential helper or SSH agent, then sync again.',
  'remote-rewritten': 'The shared record was rewritten. Nothing is sent until someone puts the verified line back.',
  'remote-unreachable':
    'The shared repository cannot be reached. You can go on working; records are sent when it answers.',
  'remote-untrusted':
    'The server’s identity could not be confirmed. Connect once with Git in a terminal and check its key or certificate.',
  'request-not-found': 'This request is no longer there: it was granted or put away.',
  'root-mismatch': 'This board does not start from the key you trust. Nothing from it was read.',
  'rule-unreadable': 'This repetition cannot be understood.',
  'schedule-endless': 'This schedule never ends. Give an end, or a length.',
  'service-not-found': 'A service named here is not on the board.',
  'site-not-found': 'A site named here is not on the board.',
  'stale-record': 'Someone changed this while you were reading. Look at their version first; what you wrote is kept.',
  'sync-paused': 'Sync is paused on this board. Resume it first.',
  unexpected: 'Something broke inside Tidegate. Nothing was signed; try again, or look at the log.',
  'unknown-zone': 'This time zone is not known here.',
  'window-not-found': 'This window is not on the board.',
  'words-differ': 'These are not the words of this key. Somebody else may have asked in this name: do not let it in.',
  'workspace-damaged':
    'The local data is damaged and could not be mended. The disk may be failing; the ledger and the keys are not in it.',
  'workspace-too-new': 'A newer Tidegate wrote the local data. Update, or move that folder away.',
} satisfies Record<ErrorCode, string>;

/** Where the fact `why` of a refusal lets more be said than its code alone. */
export const reasonsOfProblems: Readonly<Record<string, string>> = {
  'address-refused secret':
    'An address never holds a password or a token: give it to your credential helper, and leave it out here.',
  'branch-protected attachments':
    'Records are sent; files attached to them are not: the server lets nobody push to the branch attachments. Ask who runs it.',
  'branch-protected name-taken':
    'On the server, another branch stands in the way of this one’s name. Ask who runs it to remove that; your records are kept here.',
  'remote-refused-login proxy':
    'The proxy on the way to the shared repository did not accept your login. Check what Git is told of the proxy, then sync again.',
  'key-unusable unreadable':
    'The key file is not there or cannot be read. Check where it is; if your signing key is lost, ask on the People page to be let in with another.',
  'key-unusable another key lies there':
    'Another key lies where your signing key was. Put yours back; if it is lost, ask on the People page to be let in with another key.',
  'key-unusable passphrase':
    'This key file has a passphrase. Add it to the SSH agent with ssh-add and use it from there, or use a key without one.',
  'key-unusable not Ed25519':
    'This is a key of another kind. Only Ed25519 keys sign here: ssh-keygen -t ed25519 makes one.',
  'key-unusable not an OpenSSH private key':
    'This file is no private key as OpenSSH writes it. Name the file without .pub, or make a key with ssh-keygen -t ed25519.',
  'key-unusable the key store of this system is closed':
    'This system’s key store is closed, and your signing key is in it. Unlock it, then sign again.',
  'key-unusable the key store does not give it back':
    'This system’s key store does not give your signing key back. If it was reset, ask on the People page to be let in with another key.',
  'key-known revoked': 'This key was revoked, and never comes back. Make another.',
  'key-known root': 'This is the board’s root key. It founded the board and speaks for no member.',
  'remote-unreachable no-ssh': 'There is no ssh on this machine that Git could use. Install OpenSSH, or join by https.',
  'remote-untrusted host-key':
    'This machine has never confirmed the server’s key. Connect once with ssh in a terminal, and compare the fingerprint with that of who runs it.',
  'remote-untrusted key-changed':
    'The server’s key is another than this machine knows: it was set up anew, or somebody stands in between. Nothing was sent. Ask who runs it before anything else.',
  'remote-untrusted ownership':
    'Git refuses the folder because another user owns it. If that is right, name it in safe.directory of your Git settings.',
  'remote-untrusted tls':
    'The server’s certificate is not from an authority that Git trusts here, or no longer valid. Set http.sslCAInfo if it is your own authority, or ask who runs the server.',
  'remote-untrusted tls-date': 'The server’s certificate is out of date, or this machine’s clock is wrong.',
  'remote-untrusted tls-name':
    'The server’s certificate is for another name than the one in the address. Check the address, or ask who runs the server.',
};
