// A program uses some of the client.
#[allow(dead_code, unused_imports)]
mod apis;
#[allow(dead_code, unused_imports)]
mod models;

use apis::configuration::{ApiKey, Configuration};
use apis::sessions_api::{get_bot_sessions, GetBotSessionsError};
use apis::Error;
use models::SessionFilter;
use std::env::var;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bot = var("BOT_ID")?;
    let api_key = Some(ApiKey { prefix: None, key: var("TOKEN")? });
    let client = Configuration { base_path: var("BASE_URL")?, api_key, ..Default::default() };

    let mut ids = Vec::new();
    for skip in [0, 2] {
        let filter = SessionFilter { skip: Some(skip), limit: Some(2), ..Default::default() };
        let page = get_bot_sessions(&client, &bot, None, None, Some(filter)).await?;
        ids.extend(page.sessions.into_iter().map(|session| session.session_id));
        println!("listed {}", ids[skip as usize..].join(" "));
    }

    let filter = SessionFilter { session_id: Some(ids[..1].to_vec()), ..Default::default() };
    for session in get_bot_sessions(&client, &bot, None, None, Some(filter)).await?.sessions {
        println!("got {}", session.session_id);
    }

    let month = SessionFilter {
        date_from: Some("2020-01-01".to_owned()),
        date_to: Some("2020-02-01".to_owned()),
        ..Default::default()
    };
    if let Err(Error::ResponseError(refusal)) = get_bot_sessions(&client, &bot, None, None, Some(month)).await {
        // Every status has the same form, and the first is taken.
        if let Some(GetBotSessionsError::Status400(reason)) = refusal.entity {
            for error in reason.errors.unwrap_or_default() {
                println!("refused {}", error.msg.unwrap_or_default());
            }
        }
    }
    Ok(())
}
