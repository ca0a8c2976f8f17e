// A program uses some of the client.
#[allow(dead_code, unused_imports)]
mod apis;
#[allow(dead_code, unused_imports)]
mod models;

use apis::configuration::{ApiKey, Configuration};
use apis::sessions_api::{create_app_session, list_app_sessions, CreateAppSessionError};
use apis::Error;
use std::env::var;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (app, env) = (var("APP_ID")?, var("ENV_NAME")?);
    let api_key = Some(ApiKey { prefix: None, key: var("API_KEY")? });
    let client = Configuration { base_path: var("BASE_URL")?, api_key, ..Default::default() };

    let created = create_app_session(&client, &app, &env, identified("userReference", "user_1")).await?;
    println!("created {}", created.session.session_id);

    for offset in [0, 20] {
        let request = models::ListAppSessionsRequest { offset: Some(offset), ..Default::default() };
        let page = list_app_sessions(&client, &app, &env, request).await?;
        let ids: Vec<String> = page.sessions.into_iter().map(|session| session.session_id).collect();
        println!("listed {}", ids.join(" "));
    }

    let nobody = identified("sessionId", "s-00000000-0000-0000-0000-000000000000");
    if let Err(Error::ResponseError(refusal)) = create_app_session(&client, &app, &env, nobody).await {
        if let Some(CreateAppSessionError::Status400(reason)) = refusal.entity {
            println!("refused {:?}", reason.message);
        }
    }
    Ok(())
}

fn identified(kind: &str, value: &str) -> models::CreateAppSessionRequest {
    models::CreateAppSessionRequest::new(vec![models::SessionIdentity::new(kind.to_owned(), value.to_owned())])
}
