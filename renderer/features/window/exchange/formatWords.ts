import type { WindowFormat } from '../../../../shared/exchange/windowReading.ts';

export const formatWords: Readonly<Record<WindowFormat, string>> = {
  ics: 'iCalendar',
  argocd: 'Argo CD sync windows',
  gitlab: 'GitLab freeze periods',
  kubernetes: 'Kubernetes maintenance windows',
  holidays: 'List of holidays',
};
