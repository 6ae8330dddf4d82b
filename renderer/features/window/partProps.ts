import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import type { WindowForm } from '../../../shared/view/windowForm.ts';

/** What every part of the editor takes. */
export interface PartProps {
  readonly form: WindowForm;
  readonly catalogue: Catalogue;
  readonly change: (part: Partial<WindowForm>) => void;
}
