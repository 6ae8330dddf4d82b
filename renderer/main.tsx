import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAsk } from './api/client.ts';
import { createQueries } from './api/createQueries.ts';
import { followNews } from './api/liveNews.ts';
import { openDoors } from './api/transport.ts';
import { App } from './App.tsx';
import { applyTheme, rememberedTheme } from './features/frame/theme.ts';
import './ui/kit.css';

applyTheme(rememberedTheme());
const doors = openDoors();
const queries = createQueries();
followNews(queries, doors.listen);

const root = document.getElementById('root');
if (!root) throw new RangeError('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App ask={createAsk(doors.ask)} queries={queries} />
  </StrictMode>,
);
