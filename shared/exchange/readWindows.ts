import { readArgo } from './argocd/readArgo.ts';
import { readGitlab } from './gitlab/readGitlab.ts';
import { readHolidayList } from './holidays/readHolidayList.ts';
import { readIcs } from './ics/readIcs.ts';
import { readKubernetes } from './kubernetes/readKubernetes.ts';
import type { WindowFormat, WindowReading } from './windowReading.ts';

const readers: Readonly<Record<WindowFormat, (text: string) => WindowReading>> = {
  ics: readIcs,
  argocd: readArgo,
  gitlab: readGitlab,
  kubernetes: readKubernetes,
  holidays: readHolidayList,
};

/** What a file of this format holds, as windows; never throws for what the file says. */
export function readWindows(format: WindowFormat, text: string): WindowReading {
  return readers[format](text);
}
