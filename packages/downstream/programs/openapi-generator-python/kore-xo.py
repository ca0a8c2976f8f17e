import os

import client
from client.exceptions import BadRequestException

bot_id = os.environ["BOT_ID"]
configuration = client.Configuration(host=os.environ["BASE_URL"], api_key={"jwt": os.environ["TOKEN"]})
sessions = client.SessionsApi(client.ApiClient(configuration))

ids = []
for skip in (0, 2):
    page = sessions.get_bot_sessions(bot_id, session_filter=client.SessionFilter(skip=skip, limit=2))
    ids += [session.session_id for session in page.sessions]
    print("listed", *ids[skip:])

found = sessions.get_bot_sessions(bot_id, session_filter=client.SessionFilter(session_id=ids[:1]))
print("got", *(session.session_id for session in found.sessions))

try:
    month = client.SessionFilter(date_from="2020-01-01", date_to="2020-02-01")
    sessions.get_bot_sessions(bot_id, session_filter=month)
except BadRequestException as error:
    print("refused", *(item.msg for item in error.data.errors or []))
