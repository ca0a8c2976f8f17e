package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"example.org/program/client"
)

// guide

type token string

func (value token) Jwt(context.Context, client.OperationName) (client.Jwt, error) {
	return client.Jwt{APIKey: string(value)}, nil
}

func main() {
	xo, err := client.NewClient(os.Getenv("BASE_URL"), token(os.Getenv("TOKEN")))
	check(err)
	ask := func(filter client.SessionFilter) client.GetBotSessionsRes {
		answer, err := xo.GetBotSessions(context.Background(), client.NewOptSessionFilter(filter), client.GetBotSessionsParams{BotId: os.Getenv("BOT_ID")})
		check(err)
		return answer
	}
	page := func(filter client.SessionFilter) []client.BotSession { return ask(filter).(*client.BotSessionList).Sessions }

	// end of guide
	var ids []string
	for _, skip := range []int{0, 2} {
		fmt.Print("listed")
		for _, session := range page(client.SessionFilter{Skip: client.NewOptInt(skip), Limit: client.NewOptInt(2)}) {
			ids = append(ids, session.SessionId)
			fmt.Print(" ", session.SessionId)
		}
		fmt.Println()
	}

	for _, session := range page(client.SessionFilter{SessionId: ids[:1]}) {
		fmt.Println("got", session.SessionId)
	}

	// guide
	month := client.SessionFilter{DateFrom: client.NewOptString("2020-01-01"), DateTo: client.NewOptString("2020-02-01")}
	if refusal, ok := ask(month).(*client.GetBotSessionsBadRequest); ok {
		fmt.Println("refused", refusal.Errors[0].Msg.Value)
	}
	// end of guide
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
