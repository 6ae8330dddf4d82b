import { Plus, X } from 'lucide-react';
import type { HeldRole } from '../../../shared/record/body/rosterBody.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { RoleFields } from './RoleFields.tsx';

/** The roles somebody comes with: any number of them, each with its reach and time. */
export function RolesEditor({
  value,
  onChange,
}: {
  readonly value: readonly HeldRole[];
  readonly onChange: (roles: readonly HeldRole[]) => void;
}) {
  return (
    <div className="tg-stack" role="group" aria-label="Roles">
      {value.map((role, n) => (
        <div key={n} className="tg-people-role-edit">
          <RoleFields value={role} onChange={(next) => onChange(value.with(n, next))} />
          <IconButton label={`Leave role ${n + 1} out`} icon={X} onPress={() => onChange(value.toSpliced(n, 1))} />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onPress={() =>
            onChange([...value, { role: value.length === 0 ? 'requester' : 'implementer', reach: 'everything' }])
          }
        >
          Another role
        </Button>
      </div>
    </div>
  );
}
