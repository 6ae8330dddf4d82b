import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';

const SAID_MS = 1_500;

export interface CopyIdProps {
  readonly text: string;
  /** What is drawn when the whole is too long: the first characters of a digest. */
  readonly shown?: string;
  /** `Copy change id` */
  readonly label: string;
  /** How `shown` is drawn, where it is more than its text. */
  readonly children?: ReactNode;
}

/** An id in mono that a press copies. */
export function CopyId({ text, shown = text, label, children = shown }: CopyIdProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button
      className="tg-copy tg-mono"
      aria-label={copied ? 'Copied' : `${label} ${shown}`}
      data-copied={copied || undefined}
      onPress={() => void copy()}
    >
      {children}
      {copied ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
    </Button>
  );
}
