import client.ApiClient;
import client.ApiException;
import client.JSON;
import client.api.SessionsApi;
import client.model.BotSession;
import client.model.ErrorBody;
import client.model.SessionFilter;
import java.util.ArrayList;
import java.util.List;

public class Program {
  public static void main(String[] args) throws Exception {
    var botId = System.getenv("BOT_ID");

    var http = new ApiClient();
    http.updateBaseUri(System.getenv("BASE_URL"));
    http.setRequestInterceptor(request -> request.header("auth", System.getenv("TOKEN")));
    var sessions = new SessionsApi(http);

    List<String> ids = new ArrayList<>();
    for (var skip : new int[] {0, 2}) {
      var page = sessions.getBotSessions(botId, null, null, new SessionFilter().skip(skip).limit(2));
      ids.addAll(page.getSessions().stream().map(BotSession::getSessionId).toList());
      System.out.println("listed " + String.join(" ", ids.subList(skip, ids.size())));
    }

    var found = sessions.getBotSessions(botId, null, null, new SessionFilter().sessionId(ids.subList(0, 1)));
    for (var session : found.getSessions()) System.out.println("got " + session.getSessionId());

    try {
      var month = new SessionFilter().dateFrom("2020-01-01").dateTo("2020-02-01");
      sessions.getBotSessions(botId, null, null, month);
    } catch (ApiException error) {
      if (error.getCode() != 400) throw error;
      var reason = JSON.getDefault().getMapper().readValue(error.getResponseBody(), ErrorBody.class);
      System.out.println("refused " + reason.getErrors().get(0).getMsg());
    }
  }
}
