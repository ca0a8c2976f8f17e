import os

import httpx

from models import AppSessionList, CreateAppSessionRequest, CreatedAppSession, ErrorBody, ListAppSessionsRequest

app = f"{os.environ['BASE_URL']}/apps/{os.environ['APP_ID']}/environments/{os.environ['ENV_NAME']}/sessions"
http = httpx.Client(headers={"x-api-key": os.environ["API_KEY"]})


def create(type: str, value: str) -> httpx.Response:
    request = CreateAppSessionRequest.model_validate({"sessionIdentity": [{"type": type, "value": value}]})
    return http.post(app, json=request.model_dump(mode="json", exclude_none=True))


created = CreatedAppSession.model_validate_json(create("userReference", "user_1").content)
print("created", created.session.sessionId)

for offset in (0, 20):
    request = ListAppSessionsRequest(offset=offset).model_dump(mode="json", exclude_none=True)
    page = AppSessionList.model_validate_json(http.post(f"{app}/list", json=request).content)
    print("listed", *(session.sessionId for session in page.sessions))

missing = create("sessionId", "s-00000000-0000-0000-0000-000000000000")
if missing.status_code == 404:
    print("refused", ErrorBody.model_validate_json(missing.content).message)
