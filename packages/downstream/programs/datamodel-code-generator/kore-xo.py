import os

import httpx

from models import BotSessionList, ErrorBody, SessionFilter

url = f"{os.environ['BASE_URL']}/api/public/bot/{os.environ['BOT_ID']}/getSessions"
http = httpx.Client(headers={"auth": os.environ["TOKEN"]})


def ask(filter: SessionFilter) -> httpx.Response:
    return http.post(url, json=filter.model_dump(mode="json", exclude_none=True))


ids = []
for skip in (0, 2):
    page = BotSessionList.model_validate_json(ask(SessionFilter(skip=skip, limit=2)).content)
    ids += [session.sessionId for session in page.sessions]
    print("listed", *ids[skip:])

found = BotSessionList.model_validate_json(ask(SessionFilter(sessionId=ids[:1])).content)
print("got", *(session.sessionId for session in found.sessions))

too_long = ask(SessionFilter(dateFrom="2020-01-01", dateTo="2020-02-01"))
if too_long.status_code == 400:
    print("refused", *(error.msg for error in ErrorBody.model_validate_json(too_long.content).errors or []))
