import * as z from 'zod';
import { digest } from '../../ids.ts';

/** The digests of the revisions this one replaces; empty for the first. */
export const follows = z.array(digest).max(16);
