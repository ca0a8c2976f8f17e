import os

import httpx

from models import CreateSessionRequest, ListSessionsResponse, Session, SessionNotFoundError

# guide
agent = f"{os.environ['BASE_URL']}/v2/aipAgents/agents/{os.environ['AGENT_RID']}/sessions"
headers = {"authorization": f"Bearer {os.environ['TOKEN']}"}
http = httpx.Client(headers=headers, params={"preview": "true"})

answer = http.post(agent, json=CreateSessionRequest().model_dump(exclude_none=True)).raise_for_status()
created = Session.model_validate_json(answer.content)
print("created", created.rid.root)

first = ListSessionsResponse.model_validate_json(http.get(agent, params={"pageSize": 2}).content)
more = {"pageSize": 2, "pageToken": first.nextPageToken}
second = ListSessionsResponse.model_validate_json(http.get(agent, params=more).content)
# end of guide
for page in (first, second):
    print("listed", *(session.rid.root for session in page.data or []))

got = Session.model_validate_json(http.get(f"{agent}/{created.rid.root}").content)
print("got", got.rid.root)

# guide
missing = http.get(f"{agent}/ri.aip-agents..session.00000000-0000-0000-0000-000000000000")
if missing.status_code == 404:
    print("refused", SessionNotFoundError.model_validate_json(missing.content).errorName)
# end of guide
