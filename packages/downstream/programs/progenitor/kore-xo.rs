// A program uses some of the client.
#[allow(dead_code, unused_imports)]
mod client;

use client::types::SessionFilter;
use client::{Client, Error};
use reqwest::header::{HeaderMap, HeaderValue};
use std::env::var;
use std::num::NonZeroU64;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let headers = HeaderMap::from_iter([("auth".parse()?, HeaderValue::try_from(var("TOKEN")?)?)]);
    let http = reqwest::Client::builder().default_headers(headers).build()?;
    let client = Client::new_with_client(&var("BASE_URL")?, http);
    let bot = var("BOT_ID")?.parse()?;

    let mut ids = Vec::new();
    for skip in [0, 2] {
        let filter = SessionFilter { skip: Some(skip), limit: NonZeroU64::new(2), ..Default::default() };
        let page = client.get_bot_sessions(&bot, None, None, &filter).await?.into_inner();
        ids.extend(page.sessions.into_iter().map(|session| session.session_id));
        println!("listed {}", ids[skip as usize..].join(" "));
    }

    let filter = SessionFilter { session_id: vec![ids[0].parse()?], ..Default::default() };
    for session in client.get_bot_sessions(&bot, None, None, &filter).await?.into_inner().sessions {
        println!("got {}", session.session_id);
    }

    let month = SessionFilter {
        date_from: Some("2020-01-01".parse()?),
        date_to: Some("2020-02-01".parse()?),
        ..Default::default()
    };
    if let Err(Error::ErrorResponse(refusal)) = client.get_bot_sessions(&bot, None, None, &month).await {
        for error in &refusal.errors {
            println!("refused {}", error.msg.as_deref().unwrap_or_default());
        }
    }
    Ok(())
}
