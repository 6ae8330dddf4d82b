import { Field } from '../../ui/Field.tsx';
import { Segments, type SegmentsProps } from '../../ui/Segments.tsx';

/** One of two or three forms of the same thing, as a field. */
export function Switcher<T extends string>(props: SegmentsProps<T>) {
  return (
    <Field label={props.label}>
      <Segments {...props} />
    </Field>
  );
}
