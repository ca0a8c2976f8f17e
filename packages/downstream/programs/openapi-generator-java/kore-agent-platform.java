import client.ApiClient;
import client.ApiException;
import client.JSON;
import client.api.SessionsApi;
import client.model.AppSession;
import client.model.CreateAppSessionRequest;
import client.model.ErrorBody;
import client.model.ListAppSessionsRequest;
import client.model.SessionIdentity;
import java.util.stream.Collectors;

public class Program {
  public static void main(String[] args) throws Exception {
    var appId = System.getenv("APP_ID");
    var envName = System.getenv("ENV_NAME");

    var http = new ApiClient();
    http.updateBaseUri(System.getenv("BASE_URL"));
    http.setRequestInterceptor(request -> request.header("x-api-key", System.getenv("API_KEY")));
    var sessions = new SessionsApi(http);

    var created = sessions.createAppSession(appId, envName, identified("userReference", "user_1"));
    System.out.println("created " + created.getCreatedAppSession().getSession().getSessionId());

    for (var offset : new int[] {0, 20}) {
      var page = sessions.listAppSessions(appId, envName, new ListAppSessionsRequest().offset(offset));
      var ids = page.getSessions().stream().map(AppSession::getSessionId).collect(Collectors.joining(" "));
      System.out.println("listed " + ids);
    }

    try {
      sessions.createAppSession(
          appId, envName, identified("sessionId", "s-00000000-0000-0000-0000-000000000000"));
    } catch (ApiException error) {
      if (error.getCode() != 404) throw error;
      var reason = JSON.getDefault().getMapper().readValue(error.getResponseBody(), ErrorBody.class);
      System.out.println("refused " + reason.getMessage().getActualInstance());
    }
  }

  private static CreateAppSessionRequest identified(String type, String value) {
    return new CreateAppSessionRequest().addSessionIdentityItem(new SessionIdentity().type(type).value(value));
  }
}
